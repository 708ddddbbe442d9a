import { labelOfField, PREFIXES } from '../../fixture';

/** A JSON Schema, or a part of one. */
export type Schema = Readonly<Record<string, unknown>>;

/** Refers to a schema among the definitions, which the drafts of JSON Schema keep in different places. */
export type Ref = (name: string) => Schema;

/** A value, and what it means. */
export interface Told {
  readonly value: string | number | null;
  readonly meaning: string;
}

const [PREFIX] = PREFIXES;

/** The keys of a server, as the compute API writes them. */
export const KEYS = {
  vmState: PREFIX + labelOfField('vmState'),
  taskState: PREFIX + labelOfField('taskState'),
  powerState: PREFIX + labelOfField('powerState'),
  status: labelOfField('status'),
} as const;

/** One of these values. Editors show what each of them means. */
export function oneOf(told: readonly Told[]): Schema {
  return {
    enum: told.map(({ value }) => value),
    enumDescriptions: told.map(({ meaning }) => meaning),
  };
}

/** A schema that an object has to fit only if it fits another one. */
export function ifThen(condition: Schema, consequence: Schema): Schema {
  // biome-ignore lint/suspicious/noThenProperty: it is JSON Schema's own word
  return { if: condition, then: consequence };
}

/** A schema that an object has to fit unless it fits another one. */
export function ifElse(condition: Schema, otherwise: Schema): Schema {
  return { if: condition, else: otherwise };
}
