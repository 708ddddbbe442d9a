import type { Node } from 'jsonc-parser';
import { LANGUAGE_IDS } from '../../fixture';
import { clouds as builtIn } from '../../mapping';
import { inEnglish, type Language } from '../../words';
import { readGlobs } from './globs';
import { itemsOf, knownMembers, noteUnknown, spanOf, textOf } from './nodes';
import { ownCloudIds, readClouds } from './read-clouds';
import { readRules } from './read-rules';
import { parseConfig } from './syntax';
import type { Config, ConfigPart, ConfigProblem, Notes, Override } from './types';

export const CONFIG_KEYS = [
  '$schema',
  'cloud',
  'rules',
  'ignore',
  'languages',
  'overrides',
  'clouds',
] as const;
export const OVERRIDE_KEYS = ['files', 'cloud', 'rules'] as const;

const ENGLISH: Language = { clouds: builtIn, say: inEnglish };

/** Returns a config without any entries. */
const emptyConfig = ({ clouds }: Language): Config => ({
  cloud: undefined,
  rules: {},
  ignores: () => false,
  languages: undefined,
  overrides: [],
  clouds,
});

/**
 * Reads the text of a config file: JSON with comments and trailing commas.
 *
 * @param language the built-in clouds, and the language of messages.
 * @returns its valid parts, and all mistakes in text order. No text makes it throw.
 */
export function readConfig(text: string, language = ENGLISH): { config: Config; problems: ConfigProblem[] } {
  const { root, mistake } = parseConfig(language.say, text);
  const problems: ConfigProblem[] = mistake === undefined ? [] : [mistake];
  const notes: Notes = {
    say: language.say,
    add(message, span, nearest = []) {
      // After a syntax error, the rest may have been misread.
      if (mistake === undefined || span.start < mistake.span.start) problems.push({ message, span, nearest });
    },
  };
  const config = root === undefined ? emptyConfig(language) : readRoot(root, language, notes);
  return { config, problems: problems.sort((a, b) => a.span.start - b.span.start) };
}

function readRoot(root: Node, language: Language, notes: Notes): Config {
  const { clouds } = language;
  const empty = emptyConfig(language);
  const keys = knownMembers(root, notes.say('The config'), CONFIG_KEYS, notes);
  if (keys.$schema) textOf(keys.$schema, '$schema', notes);
  const own = keys.clouds ? ownCloudIds(keys.clouds) : [];
  const ids = [...new Set(['auto', ...clouds.keys(), ...own])];
  return {
    ...readPart(keys, ids, notes),
    ignores: keys.ignore ? readGlobs(keys.ignore, 'ignore', notes) : empty.ignores,
    languages: keys.languages && readLanguages(keys.languages, notes),
    overrides: keys.overrides ? readOverrides(keys.overrides, ids, notes) : [],
    clouds: keys.clouds ? readClouds(keys.clouds, clouds, notes) : clouds,
  };
}

function readLanguages(node: Node, notes: Notes): string[] {
  return itemsOf(node, 'languages', notes).flatMap((item) => {
    const id = textOf(item, 'languages', notes);
    if (id === undefined || LANGUAGE_IDS.includes(id)) return id ?? [];
    noteUnknown('Unknown language {name}.', LANGUAGE_IDS, id, spanOf(item), notes);
    return [];
  });
}

function readOverrides(node: Node, ids: readonly string[], notes: Notes): Override[] {
  return itemsOf(node, 'overrides', notes).flatMap((item) => {
    const keys = knownMembers(item, notes.say('An override'), OVERRIDE_KEYS, notes);
    const part = readPart(keys, ids, notes);
    if (keys.files?.type === 'array' && keys.files.children?.length === 0) {
      notes.add(notes.say('files is empty, so this override applies to no file.'), spanOf(keys.files));
    } else if (keys.files) {
      return [{ ...part, matches: readGlobs(keys.files, 'files', notes) }];
    } else if (item.type === 'object') {
      notes.add(
        notes.say('This override has no files: list the globs of the files that it applies to.'),
        spanOf(item),
      );
    }
    return [];
  });
}

/** Reads the keys that a config and an override have in common. */
function readPart(
  { cloud, rules }: { readonly cloud?: Node; readonly rules?: Node },
  ids: readonly string[],
  notes: Notes,
): ConfigPart {
  return {
    cloud: cloud && readCloudId(cloud, ids, notes),
    rules: rules ? readRules(rules, notes) : {},
  };
}

function readCloudId(node: Node, ids: readonly string[], notes: Notes): string | undefined {
  const id = textOf(node, 'cloud', notes);
  if (id === undefined || ids.includes(id)) return id;
  noteUnknown('Unknown cloud {name}.', ids, id, spanOf(node), notes);
  return undefined;
}
