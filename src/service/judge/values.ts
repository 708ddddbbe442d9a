import { type Field, type FieldName, kindOfField } from '../../fixture';
import type { Cloud, Vocabulary } from '../../mapping';
import type { Say } from '../../words';
import { codeOf } from './power';

/** A possible value of a field with its meaning. */
export interface KnownValue {
  readonly value: string | number | null;
  readonly meaning: string;
}

/**
 * The values of each field, in the order of the cloud's document. If the values of a field are the same in every cloud,
 * its entry lists them, with their source.
 */
const VALUES: { readonly [name in FieldName]?: (say: Say, cloud: Cloud) => readonly KnownValue[] } = {
  status: (_, { statuses }) => meaningsOf(statuses),
  vmState: (_, { vmStates }) => meaningsOf(vmStates),
  taskState: (say, { taskStates }) => [
    { value: null, meaning: say('No operation is under way.') },
    ...meaningsOf(taskStates),
  ],
  powerState: (say, { powerStates }) =>
    powerStates.map(({ code, name, meaning }) => ({
      value: code,
      meaning: say('{name}. {meaning}', { name, meaning }),
    })),
};

/** Returns the values that a field can have in a cloud; none if no document lists them. */
export function valuesOf(say: Say, cloud: Cloud, name: FieldName): readonly KnownValue[] {
  return VALUES[name]?.(say, cloud) ?? [];
}

/** Returns the meaning of a field's value in a cloud; undefined if the cloud does not have it. */
export function meaningOf(say: Say, cloud: Cloud, name: FieldName, field: Field): string | undefined {
  const meant = kindOfField(name) === 'number' ? codeOf(cloud, field) : wordOf(cloud, name, field);
  return valuesOf(say, cloud, name).find(({ value }) => value === meant)?.meaning;
}

/** Returns the value in the cloud's spelling; null if there is none. */
function wordOf(cloud: Cloud, name: FieldName, { kind, text }: Field): string | null {
  if (kind === 'null' || text === '') return null;
  const isAlias = name === 'vmState' && Object.hasOwn(cloud.vmStateAliases, text);
  return isAlias ? (cloud.vmStateAliases[text] ?? text) : text;
}

function meaningsOf(vocabulary: Vocabulary): KnownValue[] {
  return Object.entries(vocabulary).map(([value, meaning]) => ({ value, meaning }));
}
