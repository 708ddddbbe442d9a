import type { Field } from '../../fixture';
import type { Cloud, PowerState } from '../../mapping';

/** Returns the code of a power_state field: a number, digits in a string, or a word. */
export function codeOf(cloud: Cloud, field: Field): number | undefined {
  if (field.kind === 'number') return numberIn(field.text);
  if (field.kind !== 'string') return undefined;
  return /^\d+$/.test(field.text) ? Number(field.text) : powerStateOf(cloud, field)?.code;
}

/** Returns the power_state that a field names by code or word; undefined if there is none. */
export function powerStateOf(cloud: Cloud, field: Field): PowerState | undefined {
  const word = field.kind === 'number' ? String(numberIn(field.text)) : field.text.toLowerCase();
  return cloud.powerStates.find(
    ({ code, name, words }) => String(code) === word || name.toLowerCase() === word || words.includes(word),
  );
}

/** Matches what programming languages write behind a number for its type: `1L`, `1n`, `1u8`, `1_i64`. */
const TYPE = /(?:[lLnN]|_?[iu](?:8|16|32|64|128|size))$/;

/** Returns a whole number as programs write it: also hexadecimal, with a type, or with underscores. */
function numberIn(text: string): number {
  return /[.]|^\d+e/i.test(text) ? Number.NaN : Number(text.replace(TYPE, '').replaceAll('_', ''));
}

/** Returns `4 SHUTDOWN`, or only the code if it has no name. */
export function sayPower(cloud: Cloud, code: number): string {
  const state = cloud.powerStates.find((other) => other.code === code);
  return state === undefined ? String(code) : `${code} ${state.name}`;
}
