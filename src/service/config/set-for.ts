import { findNodeAtLocation, type Node } from 'jsonc-parser';
import { inEnglish } from '../../words';
import { DEFAULT_OPTIONS } from '../options';
import type { Edit, RuleCode } from '../types';
import { applyEdits } from '../write/edits';
import { append } from './append';
import { applyConfig } from './apply';
import { readConfig } from './read-config';
import { parseConfig } from './syntax';

/** The target of an entry in a config: a file, or all files in a folder above it. */
export interface Where {
  /** Relative to the config's folder, with forward slashes. */
  readonly file: string;
  /** A folder above the file; empty for the config's folder. Undefined if the entry is only for the file. */
  readonly folder?: string | undefined;
}

/** The entry: a rule to turn off, a cloud, or that the files are ignored. */
export type Said = { readonly off: RuleCode } | { readonly cloud: string } | { readonly ignore: true };

/** Returns a new config with an entry; undefined if no glob can match exactly the target. */
export function newConfigFor(where: Where, said: Said): string | undefined {
  const member =
    'ignore' in said
      ? `"ignore": [${globFor(where)}]`
      : `"overrides": [\n    ${overrideFor(where, said)}\n  ]`;
  const text = `{\n  ${member}\n}\n`;
  return holds(text, where, said) ? text : undefined;
}

/**
 * Returns the edits that add an entry to a config. Everything else stays, including comments. Returns undefined if the
 * config has mistakes, or no glob can match exactly the target.
 */
export function setFor(text: string, where: Where, said: Said): Edit[] | undefined {
  const { root } = parseConfig(inEnglish, text);
  if (root === undefined || readConfig(text).problems.length > 0) return undefined;
  const ways =
    'ignore' in said
      ? [addTo(text, root, 'ignore', globFor(where))]
      : [...extend(text, root, where, said), addTo(text, root, 'overrides', overrideFor(where, said))];
  // If a later override takes precedence, a new one is appended.
  return ways.find((edits) => holds(applyEdits(text, edits), where, said));
}

/** Tells whether a valid config contains the entry for the file. */
function holds(text: string, { file }: Where, said: Said): boolean {
  const { config, problems } = readConfig(text);
  const { options, ignored } = applyConfig(config, file, DEFAULT_OPTIONS);
  if (problems.length > 0) return false;
  if ('ignore' in said) return ignored;
  return 'off' in said ? options.rules[said.off] === 'off' : options.cloud === said.cloud;
}

type SaidInOverride = Exclude<Said, { readonly ignore: true }>;

/** Returns the edits that add the entry to each override for exactly the target. */
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

/** Appends an item to a list of the config. Creates the list if it is missing. */
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

/** Returns the target's glob as JSON. */
function globFor(where: Where): string {
  return JSON.stringify(globsOf(where).at(-1));
}

/** Returns the globs that match the target: as users write it, and with its special characters escaped. */
function globsOf({ file, folder }: Where): string[] {
  if (folder === undefined) return [file, escapeGlob(file)];
  return folder === '' ? ['**'] : [`${folder}/**`, `${escapeGlob(folder)}/**`];
}

/** Escapes a path for a glob: brackets get a backslash, other special characters a bracket. */
function escapeGlob(path: string): string {
  return path
    .replace(/[[\]{}]/g, '\\$&')
    .replace(/[*?"]/g, '[$&]')
    .replace(/^!/, '[!]');
}
