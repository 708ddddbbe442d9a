import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Cloud } from '../mapping';
import { type Say, sayAll, sayList, sayTogether } from '../words';

/** An invalid call. The message is one line for standard error. */
export class UsageError extends Error {}

/** Config files with mistakes. The message has a line for each: `FILE:LINE:COLUMN: …`. */
export class BrokenConfig extends Error {}

type OptionsOf = NonNullable<ParseArgsConfig['options']>;

/** Reads a command's arguments. @throws UsageError for an unknown option or one without its value. */
export function readArgs<T extends OptionsOf>(say: Say, args: string[], options: T) {
  assertSound(say, args, options);
  return parseArgs({ args, options, allowPositionals: true, strict: true });
}

/** Reports invalid options here, since Node's messages exist only in English. */
function assertSound(say: Say, args: string[], options: OptionsOf): void {
  const { tokens } = parseArgs({ args, options, allowPositionals: true, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { rawName: option, value, inlineValue } = token;
    const type = Object.hasOwn(options, token.name) ? options[token.name]?.type : undefined;
    if (type === undefined) throw new UsageError(say('Unknown option {option}. See --help.', { option }));
    if (type === 'boolean' && value !== undefined) {
      throw new UsageError(say('{option} takes no value. See --help.', { option }));
    }
    if (type === 'string' && value === undefined) {
      throw new UsageError(say('{option} needs a value. See --help.', { option }));
    }
    if (type === 'string' && !inlineValue && /^-./.test(value ?? '')) {
      const text = say('{option} needs a value; write one that starts with - as {option}={value}.', {
        option,
        value: value ?? '',
      });
      throw new UsageError(text);
    }
  }
}

/** Returns the value of an option that accepts only some words. @throws UsageError for any other value. */
export function oneOf<T extends string>(say: Say, option: string, value: string, words: readonly T[]): T {
  const found = words.find((word) => word === value);
  if (found === undefined) {
    const text = say('{option} must be {words}, not {value}.', { option, words: sayList(say, words), value });
    throw new UsageError(text);
  }
  return found;
}

/**
 * Returns the id of a cloud, or `auto` if that is allowed.
 *
 * @param file the file that the clouds apply to, for the message; other files may have other clouds.
 * @throws UsageError for an unknown cloud.
 */
export function cloudId(
  say: Say,
  value: string,
  auto: boolean,
  among: ReadonlyMap<string, Cloud>,
  file?: string,
): string {
  if (among.has(value) || (auto && value === 'auto')) return value;
  const known = say('Known: {names}.', { names: sayAll(say, [...(auto ? ['auto'] : []), ...among.keys()]) });
  const unknown =
    file === undefined
      ? say('Unknown cloud {name}.', { name: value })
      : say('Unknown cloud {name} for {file}.', { name: value, file });
  throw new UsageError(sayTogether(say, unknown, known));
}
