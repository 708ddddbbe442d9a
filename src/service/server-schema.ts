import type { Cloud, PowerState } from '../mapping';
import type { Say } from '../words';
import { valuesOf } from './judge/values';
import { statesOf } from './schema/right-statuses';
import { statusRules } from './schema/status-rules';
import { ifElse, ifThen, KEYS, oneOf, type Ref, type Schema, type Told } from './schema/terms';

/** The drafts of JSON Schema that can be generated. */
export const SCHEMA_DRAFTS = ['2020-12', '07'] as const;

export type SchemaDraft = (typeof SCHEMA_DRAFTS)[number];

/** The differences between the drafts. */
const DRAFTS = {
  '2020-12': { $schema: 'https://json-schema.org/draft/2020-12/schema', definitions: '$defs' },
  '07': { $schema: 'http://json-schema.org/draft-07/schema#', definitions: 'definitions' },
} as const satisfies Record<SchemaDraft, { $schema: string; definitions: string }>;

/**
 * Returns a JSON Schema of a cloud's table. A document is invalid if the check of its servers would report errors or
 * warnings for a chosen cloud. Servers are found at any depth by the API's keys.
 *
 * @param cloud with its meanings in the user's language, like `nova`, OpenStack's table.
 */
export function serverSchema(say: Say, cloud: Cloud, nova: Cloud, draft: SchemaDraft): Schema {
  const { $schema, definitions } = DRAFTS[draft];
  const ref: Ref = (name) => ({ $ref: `#/${definitions}/${name}` });
  const title = { cloud: cloud.title };
  return {
    $schema,
    $comment: cloud.sources.map(({ url }) => url).join(' '),
    title: say('Servers of {cloud}', title),
    description: say('Finds the servers in a document and compares them with the table of {cloud}.', title),
    allOf: [ref('anything')],
    [definitions]: {
      anything: { allOf: [ref('parts'), ifElse(ref('noServer'), ref('server'))] },
      // A place where a server is expected, whatever its values are, and where editors offer the keys.
      named: { allOf: [ref('parts'), ifThen(ref('hasStates'), ref('server'))], properties: keys(say) },
      parts: {
        properties: {
          server: ref('named'),
          servers: { items: ref('named'), additionalProperties: ref('named') },
        },
        additionalProperties: ref('anything'),
        items: ref('anything'),
      },
      noServer: noServer(cloud, nova, ref),
      hasStates: { anyOf: [{ required: [KEYS.vmState] }, { required: [KEYS.taskState] }] },
      server: {
        properties: {
          [KEYS.vmState]: ref('vmState'),
          [KEYS.taskState]: ref('taskState'),
          [KEYS.powerState]: ref('powerState'),
        },
        allOf: statusRules(say, cloud, nova, ref),
      },
      vmState: oneOf([...vmStates(cloud), { value: null, meaning: say('Not known.') }, empty(say)]),
      taskState: oneOf([
        { value: null, meaning: say('No operation is under way.') },
        ...statesOf(cloud, 'taskState').map((value) => ({ value, meaning: cloud.taskStates[value] ?? '' })),
        empty(say),
      ]),
      powerState: powerState(say, nova),
    },
  };
}

/**
 * Returns a schema for objects that are not servers: without a server's keys, or without any value that the cloud or
 * OpenStack knows (descriptions of the fields, labels). It uses patterns, because editors offer the keys of
 * `properties`, and negations, because they offer the values of an `enum`.
 */
function noServer(cloud: Cloud, nova: Cloud, ref: Ref): Schema {
  const words = (of: (cloud: Cloud) => readonly string[]) => [...new Set([...of(cloud), ...of(nova)])];
  const known: readonly (readonly [string, Schema])[] = [
    [KEYS.vmState, { enum: [...words((of) => statesOf(of, 'vmState')), null] }],
    [KEYS.taskState, { enum: [...words((of) => statesOf(of, 'taskState')), null] }],
    [KEYS.powerState, { type: 'number' }],
    [KEYS.status, { enum: words(({ statuses }) => Object.keys(statuses)) }],
  ];
  const unknown = known.map(([key, value]) => [`^${key}$`, { not: value }]);
  return { anyOf: [{ not: ref('hasStates') }, { patternProperties: Object.fromEntries(unknown) }] };
}

function keys(say: Say): Schema {
  return {
    [KEYS.status]: {
      description: say('The status that the API shows; it follows from vm_state and task_state.'),
    },
    [KEYS.vmState]: { description: say('The stable state of the server.') },
    [KEYS.taskState]: { description: say('The operation under way; null for none.') },
    [KEYS.powerState]: { description: say('The power state that the hypervisor reports, as a number.') },
  };
}

function vmStates(cloud: Cloud): Told[] {
  const { vmStateAliases: aliases } = cloud;
  return statesOf(cloud, 'vmState').map((value) => {
    const second = Object.hasOwn(aliases, value) ? aliases[value] : undefined;
    const meaning = cloud.vmStates[second ?? value] ?? '';
    return { value, meaning };
  });
}

function empty(say: Say): Told {
  return { value: '', meaning: say('Counts as null.') };
}

/** Returns a schema for the API's numbers, or for strings with a number or a word in any case. */
function powerState(say: Say, nova: Cloud): Schema {
  const spelt = nova.powerStates.flatMap(({ code, name, words }: PowerState) => [
    String(code),
    name,
    ...words,
  ]);
  const numbers = valuesOf(say, nova, 'powerState');
  return {
    anyOf: [
      oneOf([...numbers, { value: null, meaning: say('Not known.') }]),
      { type: 'string', pattern: `^(?:${[...new Set(['', ...spelt.map(inAnyCase)])].join('|')})$` },
    ],
  };
}

/** Returns `[aA][bB]` for `ab`. The words contain only letters, digits and blanks. */
function inAnyCase(word: string): string {
  return word.replace(/[a-z]/gi, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);
}
