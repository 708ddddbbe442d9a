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

/** The properties of a file, open or not, that the settings depend on. */
export interface FileFacts {
  readonly uri: Uri;
  readonly languageId: string;
}

/** Tells whether a change of the settings concerns this extension, or one of its settings. */
export function affectsUs(
  event: { affectsConfiguration(section: string): boolean },
  name?: 'languages',
): boolean {
  return event.affectsConfiguration(name === undefined ? SECTION : `${SECTION}.${name}`);
}

/** Tells whether the extension is enabled for a file. */
export function isEnabled(file: FileFacts): boolean {
  return read(file, 'enable') !== false;
}

/**
 * Returns the length in UTF-16 code units up to which a text is read. The setting counts bytes; a text never has more
 * code units than bytes.
 */
export function maxLength(file: FileFacts): number {
  const megabytes = read(file, 'maxFileSize');
  return (typeof megabytes === 'number' && megabytes >= 0 ? megabytes : 20) * 1024 * 1024;
}

/** Returns which parts of a document are read. */
export function readOptionsFor(file: FileFacts): ReadOptions {
  return { embeddedJson: read(file, 'embeddedJson') !== false, leftAlone: true };
}

/** Returns which statuses are shown as hints. */
export function hintMode(file: FileFacts): HintMode {
  const mode = read(file, 'inlayHints');
  return mode === 'off' || mode === 'all' ? mode : 'missing';
}

/** Returns the ids of the served languages. */
export function servedLanguages(): readonly string[] {
  const ids = read(undefined, 'languages');
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : LANGUAGE_IDS;
}

/** Returns the options of a check from the settings of the file's folder. Ignores invalid values. */
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

/** Returns a setting as the user wrote it. It can have any type. */
function read(file: FileFacts | undefined, name: string): unknown {
  return workspace.getConfiguration(SECTION, file).get<unknown>(name);
}
