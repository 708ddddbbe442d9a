import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Cloud } from '../mapping';
import { type Say, sayAll, sayList, sayTogether } from '../words';

/** A call that cannot be carried out; its message is one line for standard error. */
export class UsageError extends Error {}

/** Config files with mistakes; the message has a line for each: `FILE:LINE:COLUMN: …`. */
export class BrokenConfig extends Error {}

type OptionsOf = NonNullable<ParseArgsConfig['options']>;

/**
 * Reads a command's arguments.
 *
 * @throws UsageError in one line for an option that is not there or lacks its value.
 */
export function readArgs<T extends OptionsOf>(say: Say, args: string[], options: T) {
  assertSound(say, args, options);
  return parseArgs({ args, options, allowPositionals: true, strict: true });
}

/** Node says what is wrong with an option in English only, so it is looked for here. */
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

/** The value of an option that takes one of a few words. */
export function oneOf<T extends string>(say: Say, option: string, value: string, words: readonly T[]): T {
  const found = words.find((word) => word === value);
  if (found === undefined) {
    const text = say('{option} must be {words}, not {value}.', { option, words: sayList(say, words), value });
    throw new UsageError(text);
  }
  return found;
}

/**
 * The id of one of the clouds, or `auto` where that is allowed.
 *
 * @param file for the message: the file that the clouds hold for, where other files may have others
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
