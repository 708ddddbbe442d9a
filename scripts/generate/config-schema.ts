import { LANGUAGE_IDS, RULES, SEVERITIES } from '../../src/service';
import { type CLOUD_KEYS, UNLISTED } from '../../src/service/config/read-clouds';
import type { CONFIG_KEYS, OVERRIDE_KEYS } from '../../src/service/config/read-config';
import type { ROW_KEYS } from '../../src/service/config/read-rows';
import { sayData } from '../../src/words';
import { LANGUAGES, type Language, placeIn } from './languages';

/** Returns the schemas by file, one for each language. */
export function configSchemas(): Record<string, object> {
  const files = LANGUAGES.map(
    (language) => [placeIn('schemas', 'serverstatus.schema.json', language), configSchema(language)] as const,
  );
  return Object.fromEntries(files);
}

/**
 * Returns the JSON Schema of `.serverstatus.json`, which editors use to complete and explain it. It forbids nothing, as
 * the extension reports every mistake with a better message.
 */
function configSchema(language: Language): object {
  const { say } = language;
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $comment: 'Made from the core by `npm run generate schemas`. Do not edit.',
    title: say('Server Status config'),
    description: say('Settings for the server fixtures in this folder and its subfolders.'),
    allowComments: true,
    allowTrailingCommas: true,
    ...objectOf<(typeof CONFIG_KEYS)[number]>({
      $schema: { description: say('Server Status ignores this key.') },
      cloud: cloudOrAuto(
        language,
        say('The cloud to check the servers against. auto detects it for each file.'),
      ),
      rules: rules(language),
      ignore: globs(say('Files to ignore: globs that match the whole path from this folder.')),
      languages: {
        description: say(
          'The languages to search for and check, as VS Code language ids. Default: all supported languages.',
        ),
        items: suggested(LANGUAGE_IDS),
      },
      overrides: {
        description: say('Settings for some of the files. If several overrides match, the last one wins.'),
        items: override(language),
      },
      clouds: {
        description: say('Custom clouds by id.'),
        additionalProperties: ownCloud(language),
      },
    }),
  };
}

function override(language: Language) {
  const { say } = language;
  const files = globs(
    say('The files that this override applies to: globs that match the whole path from this folder.'),
  );
  return {
    ...objectOf<(typeof OVERRIDE_KEYS)[number]>({
      files,
      cloud: cloudOrAuto(
        language,
        say('The cloud of these files. auto cancels the cloud that the config names.'),
      ),
      rules: rules(language),
    }),
  };
}

function ownCloud(language: Language) {
  const { say } = language;
  const vocabulary = (description: string) => ({
    description,
    additionalProperties: { description: say('Its meaning, in one sentence.') },
  });
  return {
    description: say('A custom cloud.'),
    ...objectOf<(typeof CLOUD_KEYS)[number]>({
      extends: cloudId(language, say('The cloud that this one extends.')),
      title: { description: say('The name that findings show. Default: its id.') },
      statuses: vocabulary(say('Statuses with their meanings.')),
      vmStates: vocabulary(say('vm_states with their meanings.')),
      taskStates: vocabulary(say('task_states with their meanings.')),
      rows: {
        description: say('Each gives the status of one vm_state with one task_state.'),
        items: row(language),
      },
      unlisted: {
        ...suggested(UNLISTED, [
          say('The "*" row of its vm_state.'),
          say('The status UNKNOWN.'),
          say("No status; OpenStack's status is expected."),
        ]),
        description: say('The status of pairs without a row.'),
      },
    }),
  };
}

function row({ say }: Language) {
  return {
    ...objectOf<(typeof ROW_KEYS)[number]>({
      vmState: { description: say('A vm_state.') },
      taskState: {
        description: say(
          'A task_state; null for no operation, "*" for every task_state without a row of its own.',
        ),
      },
      status: { description: say('The status that the pair gives.') },
    }),
  };
}

function rules({ say }: Language) {
  return {
    ...objectOf(
      Object.fromEntries(
        [...RULES].map(([code, { severity, summary }]) => [
          code,
          { ...suggested(SEVERITIES), default: severity, description: sayData(say, summary) },
        ]),
      ),
    ),
    description: say('Rule severities that differ from the defaults.'),
  };
}

function cloudOrAuto(language: Language, description: string) {
  const auto = language.say('Detected from the file; OpenStack if nothing in it points to a cloud.');
  return cloudId(language, description, ['auto', auto]);
}

/** Offers the known ids, but also allows those of custom clouds. */
function cloudId({ say, clouds }: Language, description: string, ...more: (readonly [string, string])[]) {
  const known = [
    ...more,
    ...[...clouds.values()].map(({ id, title }) => [id, say('{cloud}.', { cloud: title })] as const),
  ];
  return {
    description,
    ...suggested(
      known.map(([id]) => id),
      known.map(([, said]) => said),
    ),
  };
}

/** Offers values, but also allows any other. */
function suggested(values: readonly string[], descriptions?: readonly string[]) {
  return { anyOf: [{ enum: values, ...(descriptions && { enumDescriptions: descriptions }) }, {}] };
}

function globs(description: string) {
  return { description };
}

function objectOf<K extends string>(properties: Record<K, unknown>) {
  return { properties };
}
