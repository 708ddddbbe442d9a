import type { Field } from '../../fixture';
import type { Cloud, PowerState } from '../../mapping';

/** The code that a power_state field gives as a number, as digits in a text or as a word. */
export function codeOf(cloud: Cloud, field: Field): number | undefined {
  if (field.kind === 'number') return Number(field.text);
  if (field.kind !== 'string') return undefined;
  return /^\d+$/.test(field.text) ? Number(field.text) : powerStateOf(cloud, field)?.code;
}

/** The power state that a field names, by code or by word; undefined where it names none. */
export function powerStateOf(cloud: Cloud, field: Field): PowerState | undefined {
  const word = field.text.toLowerCase();
  return cloud.powerStates.find(
    ({ code, name, words }) => String(code) === word || name.toLowerCase() === word || words.includes(word),
  );
}

/** `4 SHUTDOWN`, or the bare code where it has no name. */
export function sayPower(cloud: Cloud, code: number): string {
  const state = cloud.powerStates.find((other) => other.code === code);
  return state === undefined ? String(code) : `${code} ${state.name}`;
}
