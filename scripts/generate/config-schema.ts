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
    description: say('What holds for the server fixtures of this folder and those below it.'),
    allowComments: true,
    allowTrailingCommas: true,
    ...objectOf<(typeof CONFIG_KEYS)[number]>({
      $schema: { description: say('Nothing that Server Status reads.') },
      cloud: cloudOrAuto(
        language,
        say('The cloud whose table the servers are held to. auto leaves the choice to each file.'),
      ),
      rules: rules(language),
      ignore: globs(say('Files that are not checked. Globs, compared with the whole path from this folder.')),
      languages: {
        description: say(
          'The languages of the files that are searched for and served, by their ids in VS Code. Without it: all that are read.',
        ),
        items: suggested(LANGUAGE_IDS),
      },
      overrides: {
        description: say(
          'What differs for some of the files. Where several fit, the later one has the last word.',
        ),
        items: override(language),
      },
      clouds: {
        description: say('Own clouds by id.'),
        additionalProperties: ownCloud(language),
      },
    }),
  };
}

function override(language: Language) {
  const { say } = language;
  const files = globs(say('The files that it is for. Globs, compared with the whole path from this folder.'));
  return {
    ...objectOf<(typeof OVERRIDE_KEYS)[number]>({
      files,
      cloud: cloudOrAuto(language, say('The cloud of these files. auto takes back what the config names.')),
      rules: rules(language),
    }),
  };
}

function ownCloud(language: Language) {
  const { say } = language;
  const vocabulary = (description: string) => ({
    description,
    additionalProperties: { description: say('What it means, in a sentence.') },
  });
  return {
    description: say('A cloud of your own.'),
    ...objectOf<(typeof CLOUD_KEYS)[number]>({
      extends: cloudId(language, say('The cloud that this one adds to.')),
      title: { description: say('How findings call it; else its id.') },
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
          say("Nothing: OpenStack's status is expected."),
        ]),
        description: say('What a pair without a row means.'),
      },
    }),
  };
}

function row({ say }: Language) {
  return {
    ...objectOf<(typeof ROW_KEYS)[number]>({
      vmState: { description: say('A vm_state.') },
      taskState: {
        description: say('A task_state; null for no operation; "*" for every one without a row of its own.'),
      },
      status: { description: say('The status that the two give.') },
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
    description: say("Severities of rules, where they should differ from the rules' own."),
  };
}

function cloudOrAuto(language: Language, description: string) {
  const auto = language.say("The cloud that the file's own evidence names, else OpenStack.");
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
