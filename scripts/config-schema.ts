import { clouds } from '../src/mapping';
import { RULES, SEVERITIES } from '../src/service';
import { type CLOUD_KEYS, UNLISTED } from '../src/service/config/read-clouds';
import type { CONFIG_KEYS, OVERRIDE_KEYS } from '../src/service/config/read-config';
import { ROW_KEYS } from '../src/service/config/read-rows';

/**
 * The JSON Schema of `.serverstatus.json`, for editors to complete and explain it. It is wider than the reader,
 * which has the last word: own clouds, globs and rows are more than a schema can judge.
 */
export function configSchema() {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $comment: 'Made from the core by `npm run schemas`. Do not edit.',
    title: 'Server Status config',
    description: 'What holds for the server fixtures of this folder and those below it.',
    allowComments: true,
    allowTrailingCommas: true,
    ...objectOf<(typeof CONFIG_KEYS)[number]>({
      $schema: { type: 'string', description: 'Nothing that Server Status reads.' },
      cloud: cloudId(
        'The cloud whose table the servers are held to. auto leaves the choice to each file.',
        'auto',
      ),
      rules: rules(),
      ignore: globs('Files that are not checked.'),
      overrides: {
        type: 'array',
        description:
          'What differs for some of the files. Where several fit, the later one has the last word.',
        items: {
          ...objectOf<(typeof OVERRIDE_KEYS)[number]>({
            files: { ...globs('The files that it is for.'), minItems: 1 },
            cloud: cloudId('The cloud of these files. auto takes back what the config names.', 'auto'),
            rules: rules(),
          }),
          required: ['files'],
        },
      },
      clouds: {
        type: 'object',
        description: 'Own clouds by id.',
        propertyNames: { pattern: '^[\\w.-]+$', not: { enum: ['auto', ...clouds.keys()] } },
        additionalProperties: ownCloud(),
      },
    }),
  };
}

function ownCloud() {
  return {
    description: 'A cloud of your own.',
    ...objectOf<(typeof CLOUD_KEYS)[number]>({
      extends: cloudId('The cloud that this one adds to.'),
      title: { type: 'string', description: 'How findings call it; else its id.' },
      statuses: vocabulary('Statuses'),
      vmStates: vocabulary('vm_states'),
      taskStates: vocabulary('task_states'),
      rows: {
        type: 'array',
        description: 'Each gives the status of one vm_state with one task_state.',
        items: {
          ...objectOf<(typeof ROW_KEYS)[number]>({
            vmState: { type: 'string', description: 'A vm_state.' },
            taskState: {
              type: ['string', 'null'],
              description: 'A task_state; null for no operation; "*" for every one without a row of its own.',
            },
            status: { type: 'string', description: 'The status that the two give.' },
          }),
          required: ROW_KEYS,
        },
      },
      unlisted: {
        enum: UNLISTED,
        enumDescriptions: [
          'The "*" row of its vm_state.',
          'The status UNKNOWN.',
          "Nothing: OpenStack's status is expected.",
        ],
        description: 'What a pair without a row means.',
      },
    }),
  };
}

function rules() {
  return {
    ...objectOf(
      Object.fromEntries(
        [...RULES].map(([code, { severity, summary }]) => [
          code,
          { enum: SEVERITIES, default: severity, description: summary },
        ]),
      ),
    ),
    description: "Severities of rules, where they should differ from the rules' own.",
  };
}

/** The ids that are known are offered; those of own clouds are allowed. */
function cloudId(description: string, ...more: string[]) {
  const known = {
    enum: [...more, ...clouds.keys()],
    enumDescriptions: [
      ...more.map(() => "The cloud that the file's own evidence names, else OpenStack."),
      ...[...clouds.values()].map(({ title }) => `${title}.`),
    ],
  };
  return { description, anyOf: [known, { type: 'string' }] };
}

function globs(description: string) {
  return {
    type: 'array',
    description: `${description} Globs, compared with the whole path from this folder.`,
    items: { type: 'string', minLength: 1 },
  };
}

function vocabulary(what: string) {
  return {
    type: 'object',
    description: `${what} with their meanings.`,
    additionalProperties: { type: 'string', description: 'What it means, in a sentence.' },
  };
}

/** An object with these keys and no others. */
function objectOf<K extends string>(properties: Record<K, unknown>) {
  return { type: 'object', additionalProperties: false, properties };
}
