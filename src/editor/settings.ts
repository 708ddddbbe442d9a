import { type Uri, workspace } from 'vscode';
import {
  DEFAULT_OPTIONS,
  type HintMode,
  LANGUAGE_IDS,
  type Options,
  type ReadOptions,
  RULES,
  SEVERITIES,
  type Severity,
} from '../service';
import { clouds, say } from './language';

const SECTION = 'serverStatus';
const CODES: readonly string[] = [...RULES.keys()];

/** A file, open or not, as the settings see it. */
export interface FileFacts {
  readonly uri: Uri;
  readonly languageId: string;
}

/** True when a change of the settings is one of ours, or of the one that is named. */
export function affectsUs(
  event: { affectsConfiguration(section: string): boolean },
  name?: 'languages',
): boolean {
  return event.affectsConfiguration(name === undefined ? SECTION : `${SECTION}.${name}`);
}

/** True where the user has not switched the extension off. */
export function isEnabled(file: FileFacts): boolean {
  return read(file, 'enable') !== false;
}

/** The longest text to read, in UTF-16 code units: a text has no more of them than bytes. */
export function maxLength(file: FileFacts): number {
  const megabytes = read(file, 'maxFileSize');
  return (typeof megabytes === 'number' && megabytes >= 0 ? megabytes : 20) * 1024 * 1024;
}

/** What to read of a document. */
export function readOptionsFor(file: FileFacts): ReadOptions {
  return { embeddedJson: read(file, 'embeddedJson') !== false, leftAlone: true };
}

/** Which statuses to hint at. */
export function hintMode(file: FileFacts): HintMode {
  const mode = read(file, 'inlayHints');
  return mode === 'off' || mode === 'all' ? mode : 'missing';
}

/** The ids of the languages that are served. */
export function servedLanguages(): readonly string[] {
  const ids = read(undefined, 'languages');
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : LANGUAGE_IDS;
}

/** The options of a check as the settings of the file's folder give them. What makes no sense is left out. */
export function settingsFor(file: FileFacts): Options {
  const cloud = read(file, 'cloud');
  const rules = read(file, 'rules');
  const set = Object.entries(typeof rules === 'object' && rules !== null ? rules : {});
  const valid = set.filter(
    ([code, severity]) => CODES.includes(code) && SEVERITIES.includes(severity as Severity),
  );
  return {
    ...DEFAULT_OPTIONS,
    cloud: typeof cloud === 'string' ? cloud : 'auto',
    cloudFrom: 'setting',
    rules: Object.fromEntries(valid) as Options['rules'],
    clouds,
    say,
  };
}

/** A setting as the user wrote it, which can be anything. */
function read(file: FileFacts | undefined, name: string): unknown {
  return workspace.getConfiguration(SECTION, file).get<unknown>(name);
}
