import { findNodeAtLocation, type Node } from 'jsonc-parser';
import { inEnglish } from '../../words';
import { DEFAULT_OPTIONS } from '../options';
import type { Edit, RuleCode } from '../types';
import { applyEdits } from '../write/edits';
import { append } from './append';
import { applyConfig } from './apply';
import { readConfig } from './read-config';
import { parseConfig } from './syntax';

/** What a config is to say of one file: a rule that is off, or a cloud. */
export type ForFile = { readonly off: RuleCode } | { readonly cloud: string };

/** A config that says something of one file; undefined where no glob can name just this file. */
export function newConfigForFile(path: string, said: ForFile): string | undefined {
  const text = `{\n  "overrides": [\n    ${overrideFor(path, said)}\n  ]\n}\n`;
  return holds(text, path, said) ? text : undefined;
}

/**
 * The edits after which a config says something of one file; all else in it stays as it is, comments too.
 *
 * @param path the file's, relative to the config's folder, with forward slashes
 * @returns undefined where the config has mistakes, or no glob can name just this file.
 */
export function setForFile(text: string, path: string, said: ForFile): Edit[] | undefined {
  const { root } = parseConfig(inEnglish, text);
  if (root === undefined || readConfig(text).problems.length > 0) return undefined;
  const ways = [...extend(text, root, path, said), addOverride(text, root, path, said)];
  // A later override can have the last word: then a new one behind it takes it over.
  return ways.find((edits) => holds(applyEdits(text, edits), path, said));
}

/** True where a config has no mistake and says this of the file. */
function holds(text: string, path: string, said: ForFile): boolean {
  const { config, problems } = readConfig(text);
  const { options } = applyConfig(config, path, DEFAULT_OPTIONS);
  if (problems.length > 0) return false;
  return 'off' in said ? options.rules[said.off] === 'off' : options.cloud === said.cloud;
}

/** The ways to say it in an override that is for exactly this file. */
function extend(text: string, root: Node, path: string, said: ForFile): Edit[][] {
  const overrides = findNodeAtLocation(root, ['overrides'])?.children ?? [];
  const own = overrides.filter((override) => {
    const files = findNodeAtLocation(override, ['files'])?.children ?? [];
    return files.length === 1 && [path, escapeGlob(path)].includes(files[0]?.value);
  });
  return own.map((override) => {
    const value = JSON.stringify('off' in said ? 'off' : said.cloud);
    const present = findNodeAtLocation(override, 'off' in said ? ['rules', said.off] : ['cloud']);
    if (present) return [{ offset: present.offset, length: present.length, text: value }];
    const rules = 'off' in said ? findNodeAtLocation(override, ['rules']) : undefined;
    return rules && 'off' in said
      ? append(text, rules, `"${said.off}": ${value}`)
      : append(text, override, memberFor(said));
  });
}

function addOverride(text: string, root: Node, path: string, said: ForFile): Edit[] {
  const overrides = findNodeAtLocation(root, ['overrides']);
  const override = overrideFor(path, said);
  return overrides ? append(text, overrides, override) : append(text, root, `"overrides": [${override}]`);
}

function overrideFor(path: string, said: ForFile): string {
  return `{ "files": [${JSON.stringify(escapeGlob(path))}], ${memberFor(said)} }`;
}

function memberFor(said: ForFile): string {
  return 'off' in said ? `"rules": { "${said.off}": "off" }` : `"cloud": ${JSON.stringify(said.cloud)}`;
}

/** A glob for one path: brackets take a backslash, the other letters of globs a bracket. */
function escapeGlob(path: string): string {
  return path
    .replace(/[[\]{}]/g, '\\$&')
    .replace(/[*?"]/g, '[$&]')
    .replace(/^!/, '[!]');
}
