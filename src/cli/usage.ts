import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type Cloud, clouds } from '../mapping';

/** A call that cannot be carried out; its message is one line for standard error. */
export class UsageError extends Error {}

export const HELP = `server-status: checks the servers in JSON and YAML fixtures

  server-status check [path or glob …]   check files; folders are searched, - is standard input
      --cloud ID            hold every server to this cloud's table (default: auto)
      --rule CODE=SEVERITY  off, hint, information, warning or error (repeatable)
      --config FILE         read this config file instead of the nearest .serverstatus.json
      --no-config           read no config file
      --format text|json    how the findings are printed
      --output FILE         where they are printed to
      --fix                 write what can be fixed into the files, or the text of - to standard output
      --dry-run             write nothing, print what --fix would change as a diff
      --max-warnings N      fail when there are more warnings
      --quiet               print errors only
      --no-color            no colours
      --explain             say on standard error which objects are servers, which are left alone,
                            and which cloud each server is held to, with the reasons
      --stdin-filename NAME what standard input would be called
  server-status lookup VALUE             what a value means and where it stands
  server-status lookup --vm-state V --task-state T   the status of a pair; null for none
      --cloud ID, --format text|json, --config FILE, --no-config
  server-status clouds                   the clouds with their sources; as JSON every row
      --format text|json, --config FILE, --no-config
  server-status map                      a cloud's states and the ways between them as a picture
      --cloud ID (default: openstack), --format svg|mermaid, --output FILE, --config FILE, --no-config

Clouds: ${[...clouds.keys()].join(', ')},
and those that the config file defines.
Exit: 0 no finding of severity error and not more warnings than allowed, 1 otherwise,
      2 a wrong call, a missing path, an unreadable file or one that --fix cannot write,
      or a broken config.
`;

/**
 * Reads a command's arguments.
 *
 * @throws UsageError in one line for an option that is not there or lacks its value.
 */
export function readArgs<T extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: T) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // Node explains at length how to pass a positional that looks like an option.
    throw new UsageError(message.split(/\. To specify|\n/)[0]?.replace(/\.?$/, '. See --help.') ?? message);
  }
}

/** The value of an option that takes one of a few words. */
export function oneOf<T extends string>(option: string, value: string, words: readonly T[]): T {
  const found = words.find((word) => word === value);
  if (found === undefined) throw new UsageError(`${option} is ${words.join(', ')}, not ${value}.`);
  return found;
}

/**
 * The id of one of the clouds, or `auto` where that is allowed.
 *
 * @param where for the message: what the clouds hold for, where other files may have others
 */
export function cloudId(value: string, auto: boolean, among: ReadonlyMap<string, Cloud>, where = ''): string {
  if (among.has(value) || (auto && value === 'auto')) return value;
  const known = [...(auto ? ['auto'] : []), ...among.keys()].join(', ');
  throw new UsageError(`There is no cloud ${value}${where}. Known: ${known}.`);
}
