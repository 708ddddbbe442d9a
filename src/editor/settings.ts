import { type TextDocument, workspace } from 'vscode';
import { clouds } from '../mapping';
import { type Options, RULES, type Severity } from '../service';

const SECTION = 'serverStatus';
const SEVERITIES: readonly Severity[] = ['off', 'hint', 'information', 'warning', 'error'];

/** True when a change of the settings is one of ours. */
export function affectsUs(event: { affectsConfiguration(section: string): boolean }): boolean {
  return event.affectsConfiguration(SECTION);
}

/** True where the user has not switched the extension off. */
export function isEnabled(document: TextDocument): boolean {
  return workspace.getConfiguration(SECTION, document).get<boolean>('enable', true);
}

/** The longest text to read, in UTF-16 code units: a text has no more of them than bytes. */
export function maxLength(document: TextDocument): number {
  return workspace.getConfiguration(SECTION, document).get<number>('maxFileSize', 20) * 1024 * 1024;
}

/** The ids of the languages that are served. */
export function servedLanguages(): readonly string[] {
  return workspace.getConfiguration(SECTION).get<string[]>('languages', ['json', 'jsonc', 'jsonl', 'yaml']);
}

/** The options of a check as the settings of the document's folder give them. A value that makes no sense is left out. */
export function optionsFor(document: TextDocument): Options {
  const settings = workspace.getConfiguration(SECTION, document);
  const rules = Object.entries(settings.get<Record<string, Severity>>('rules', {})).filter(
    ([code, severity]) => [...RULES.keys()].some((known) => known === code) && SEVERITIES.includes(severity),
  );
  return {
    cloud: settings.get<string>('cloud', 'auto'),
    cloudFrom: 'setting',
    rules: Object.fromEntries(rules),
    clouds,
  };
}
