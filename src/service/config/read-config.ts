import type { Node } from 'jsonc-parser';
import { clouds as builtIn } from '../../mapping';
import { sayValue } from '../say';
import { readGlobs } from './globs';
import { itemsOf, knownMembers, nearestOrKnown, spanOf, textOf } from './nodes';
import { ownCloudIds, readClouds } from './read-clouds';
import { readRules } from './read-rules';
import { parseConfig } from './syntax';
import type { Config, ConfigPart, ConfigProblem, Override, Report } from './types';

/** The keys of a config. */
export const CONFIG_KEYS = ['$schema', 'cloud', 'rules', 'ignore', 'overrides', 'clouds'] as const;
/** The keys of an override. */
export const OVERRIDE_KEYS = ['files', 'cloud', 'rules'] as const;

/** A config that says nothing. */
const EMPTY: Config = {
  cloud: undefined,
  rules: {},
  ignores: () => false,
  overrides: [],
  clouds: builtIn,
};

/**
 * Reads the text of a config file: JSON with comments and trailing commas.
 *
 * @returns what of it is sound, and every mistake in the order of the text. Never throws on a text.
 */
export function readConfig(text: string): { config: Config; problems: ConfigProblem[] } {
  const { root, mistake } = parseConfig(text);
  const problems: ConfigProblem[] = mistake === undefined ? [] : [mistake];
  const report: Report = (message, span) => {
    // What stands behind a slip in the syntax was perhaps read as something that it is not.
    if (mistake === undefined || span.start < mistake.span.start) problems.push({ message, span });
  };
  const config = root === undefined ? EMPTY : readRoot(root, report);
  return { config, problems: problems.sort((a, b) => a.span.start - b.span.start) };
}

function readRoot(root: Node, report: Report): Config {
  const keys = knownMembers(root, 'The config', CONFIG_KEYS, report);
  if (keys.$schema) textOf(keys.$schema, '$schema', report);
  const own = keys.clouds ? ownCloudIds(keys.clouds) : [];
  const ids = [...new Set(['auto', ...builtIn.keys(), ...own])];
  return {
    ...readPart(keys, ids, report),
    ignores: keys.ignore ? readGlobs(keys.ignore, 'ignore', report) : EMPTY.ignores,
    overrides: keys.overrides ? readOverrides(keys.overrides, ids, report) : [],
    clouds: keys.clouds ? readClouds(keys.clouds, builtIn, report) : builtIn,
  };
}

function readOverrides(node: Node, ids: readonly string[], report: Report): Override[] {
  return itemsOf(node, 'overrides', report).flatMap((item) => {
    const keys = knownMembers(item, 'An override', OVERRIDE_KEYS, report);
    const part = readPart(keys, ids, report);
    if (keys.files?.type === 'array' && keys.files.children?.length === 0) {
      report('files is empty, so this override is for no file.', spanOf(keys.files));
    } else if (keys.files) {
      return [{ ...part, matches: readGlobs(keys.files, 'files', report) }];
    } else if (item.type === 'object') {
      report('This override lacks files: the globs of the files that it is for.', spanOf(item));
    }
    return [];
  });
}

/** What a config and an override have in common. */
function readPart(
  { cloud, rules }: { readonly cloud?: Node; readonly rules?: Node },
  ids: readonly string[],
  report: Report,
): ConfigPart {
  return {
    cloud: cloud && readCloudId(cloud, ids, report),
    rules: rules ? readRules(rules, report) : {},
  };
}

function readCloudId(node: Node, ids: readonly string[], report: Report): string | undefined {
  const id = textOf(node, 'cloud', report);
  if (id === undefined || ids.includes(id)) return id;
  report(`There is no cloud called ${sayValue(id)}${nearestOrKnown(ids, id)}`, spanOf(node));
  return undefined;
}
