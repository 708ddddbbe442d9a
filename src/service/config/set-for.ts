import { findNodeAtLocation, type Node } from 'jsonc-parser';
import { inEnglish } from '../../words';
import { DEFAULT_OPTIONS } from '../options';
import type { Edit, RuleCode } from '../types';
import { applyEdits } from '../write/edits';
import { append } from './append';
import { applyConfig } from './apply';
import { readConfig } from './read-config';
import { parseConfig } from './syntax';

/** What a config says something of: one file, or everything in a folder above it. */
export interface Where {
  /** The file's path, relative to the config's folder, with forward slashes. */
  readonly file: string;
  /** The folder's, with the file somewhere in it; empty for the config's own. Undefined where the file alone is meant. */
  readonly folder?: string | undefined;
}

/** What is said: a rule that is off, a cloud, or that nothing is checked. */
export type Said = { readonly off: RuleCode } | { readonly cloud: string } | { readonly ignore: true };

/** A config that says something of a file or folder; undefined where no glob can name just this one. */
export function newConfigFor(where: Where, said: Said): string | undefined {
  const member =
    'ignore' in said
      ? `"ignore": [${globFor(where)}]`
      : `"overrides": [\n    ${overrideFor(where, said)}\n  ]`;
  const text = `{\n  ${member}\n}\n`;
  return holds(text, where, said) ? text : undefined;
}

/**
 * The edits after which a config says something of a file or folder; all else in it stays as it is, comments too.
 *
 * @returns undefined where the config has mistakes, or no glob can name just this one.
 */
export function setFor(text: string, where: Where, said: Said): Edit[] | undefined {
  const { root } = parseConfig(inEnglish, text);
  if (root === undefined || readConfig(text).problems.length > 0) return undefined;
  const ways =
    'ignore' in said
      ? [addTo(text, root, 'ignore', globFor(where))]
      : [...extend(text, root, where, said), addTo(text, root, 'overrides', overrideFor(where, said))];
  // A later override can have the last word: then a new one behind it takes it over.
  return ways.find((edits) => holds(applyEdits(text, edits), where, said));
}

/** True where a config has no mistake and says this of the file. */
function holds(text: string, { file }: Where, said: Said): boolean {
  const { config, problems } = readConfig(text);
  const { options, ignored } = applyConfig(config, file, DEFAULT_OPTIONS);
  if (problems.length > 0) return false;
  if ('ignore' in said) return ignored;
  return 'off' in said ? options.rules[said.off] === 'off' : options.cloud === said.cloud;
}

/** What an override can say. */
type SaidInOverride = Exclude<Said, { readonly ignore: true }>;

/** The ways to say it in an override that is for exactly this file or folder. */
function extend(text: string, root: Node, where: Where, said: SaidInOverride): Edit[][] {
  const overrides = findNodeAtLocation(root, ['overrides'])?.children ?? [];
  const own = overrides.filter((override) => {
    const files = findNodeAtLocation(override, ['files'])?.children ?? [];
    return files.length === 1 && globsOf(where).includes(files[0]?.value);
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

/** Adds an item to a list of the config, and the list where there is none. */
function addTo(text: string, root: Node, list: string, item: string): Edit[] {
  const present = findNodeAtLocation(root, [list]);
  return present ? append(text, present, item) : append(text, root, `"${list}": [${item}]`);
}

function overrideFor(where: Where, said: SaidInOverride): string {
  return `{ "files": [${globFor(where)}], ${memberFor(said)} }`;
}

function memberFor(said: SaidInOverride): string {
  return 'off' in said ? `"rules": { "${said.off}": "off" }` : `"cloud": ${JSON.stringify(said.cloud)}`;
}

/** The glob that is written, as JSON. */
function globFor(where: Where): string {
  return JSON.stringify(globsOf(where).at(-1));
}

/** The globs that name a file or a folder: as people write it, and with escapes for what its name has of a glob's letters. */
function globsOf({ file, folder }: Where): string[] {
  if (folder === undefined) return [file, escapeGlob(file)];
  return folder === '' ? ['**'] : [`${folder}/**`, `${escapeGlob(folder)}/**`];
}

/** A glob for one path: brackets take a backslash, the other letters of globs a bracket. */
function escapeGlob(path: string): string {
  return path
    .replace(/[[\]{}]/g, '\\$&')
    .replace(/[*?"]/g, '[$&]')
    .replace(/^!/, '[!]');
}
