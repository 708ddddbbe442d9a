import { findNodeAtLocation, type Node } from 'jsonc-parser';
import { inEnglish } from '../../words';
import { DEFAULT_OPTIONS } from '../options';
import type { Edit, RuleCode } from '../types';
import { applyEdits } from '../write/edits';
import { append } from './append';
import { applyConfig } from './apply';
import { readConfig } from './read-config';
import { parseConfig } from './syntax';

/** A config that turns a rule off for one file; undefined where no glob can name just this file. */
export function newConfig(path: string, rule: RuleCode): string | undefined {
  const text = `{\n  "overrides": [\n    ${overrideFor(path, rule)}\n  ]\n}\n`;
  return isOff(text, path, rule) ? text : undefined;
}

/**
 * The edits that turn a rule off for one file and leave all else in a config as it is, comments too.
 *
 * @param path the file's, relative to the config's folder, with forward slashes
 * @returns undefined where the config has mistakes, or no glob can name just this file.
 */
export function turnOff(text: string, path: string, rule: RuleCode): Edit[] | undefined {
  const { root } = parseConfig(inEnglish, text);
  if (root === undefined || readConfig(text).problems.length > 0) return undefined;
  const ways = [...extend(text, root, path, rule), addOverride(text, root, path, rule)];
  // A later override can have the last word: then a new one behind it takes it over.
  return ways.find((edits) => isOff(applyEdits(text, edits), path, rule));
}

/** True where a config has no mistake and the rule is off for the file. */
function isOff(text: string, path: string, rule: RuleCode): boolean {
  const { config, problems } = readConfig(text);
  return problems.length === 0 && applyConfig(config, path, DEFAULT_OPTIONS).options.rules[rule] === 'off';
}

/** The ways to say it in an override that is for exactly this file. */
function extend(text: string, root: Node, path: string, rule: RuleCode): Edit[][] {
  const overrides = findNodeAtLocation(root, ['overrides'])?.children ?? [];
  const own = overrides.filter((override) => {
    const files = findNodeAtLocation(override, ['files'])?.children ?? [];
    return files.length === 1 && [path, escapeGlob(path)].includes(files[0]?.value);
  });
  return own.map((override) => {
    const severity = findNodeAtLocation(override, ['rules', rule]);
    if (severity) return [{ offset: severity.offset, length: severity.length, text: '"off"' }];
    const rules = findNodeAtLocation(override, ['rules']);
    return rules
      ? append(text, rules, `"${rule}": "off"`)
      : append(text, override, `"rules": { "${rule}": "off" }`);
  });
}

function addOverride(text: string, root: Node, path: string, rule: RuleCode): Edit[] {
  const overrides = findNodeAtLocation(root, ['overrides']);
  const override = overrideFor(path, rule);
  return overrides ? append(text, overrides, override) : append(text, root, `"overrides": [${override}]`);
}

function overrideFor(path: string, rule: RuleCode): string {
  return `{ "files": [${JSON.stringify(escapeGlob(path))}], "rules": { "${rule}": "off" } }`;
}

/** A glob for one path: brackets take a backslash, the other letters of globs a bracket. */
function escapeGlob(path: string): string {
  return path
    .replace(/[[\]{}]/g, '\\$&')
    .replace(/[*?"]/g, '[$&]')
    .replace(/^!/, '[!]');
}
