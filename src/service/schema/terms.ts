import { labelOfField, PREFIXES } from '../../fixture';

/** A JSON Schema, or a part of one. */
export type Schema = Readonly<Record<string, unknown>>;

/** Returns a reference to a definition. Its path depends on the draft. */
export type Ref = (name: string) => Schema;

/** A value with its meaning. */
export interface Told {
  readonly value: string | number | null;
  readonly meaning: string;
}

const [PREFIX] = PREFIXES;

/** The keys of a server in the compute API. */
export const KEYS = {
  vmState: PREFIX + labelOfField('vmState'),
  taskState: PREFIX + labelOfField('taskState'),
  powerState: PREFIX + labelOfField('powerState'),
  status: labelOfField('status'),
} as const;

/** Returns a schema for one of these values. Editors show their meanings. */
export function oneOf(told: readonly Told[]): Schema {
  return {
    enum: told.map(({ value }) => value),
    enumDescriptions: told.map(({ meaning }) => meaning),
  };
}

/** Returns a schema that applies to objects that match a condition. */
export function ifThen(condition: Schema, consequence: Schema): Schema {
  // biome-ignore lint/suspicious/noThenProperty: it is JSON Schema's own word
  return { if: condition, then: consequence };
}

/** Returns a schema that applies to objects that do not match a condition. */
export function ifElse(condition: Schema, otherwise: Schema): Schema {
  return { if: condition, else: otherwise };
}
