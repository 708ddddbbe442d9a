import { type Uri, workspace } from 'vscode';
import {
  type HintMode,
  hintModeOf,
  maxLengthOf,
  type Options,
  optionsOf,
  type ReadOptions,
  servedLanguagesOf,
} from '../service';
import { clouds, say } from './language';

const SECTION = 'serverStatus';

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

/** Returns the length in UTF-16 code units up to which a text is read. */
export function maxLength(file: FileFacts): number {
  return maxLengthOf(read(file, 'maxFileSize'));
}

/** Returns which parts of a document are read. */
export function readOptionsFor(file: FileFacts): ReadOptions {
  return { embeddedJson: read(file, 'embeddedJson') !== false, leftAlone: true };
}

/** Returns which statuses are shown as hints. */
export function hintMode(file: FileFacts): HintMode {
  return hintModeOf(read(file, 'inlayHints'));
}

/** Returns the ids of the served languages. */
export function servedLanguages(): readonly string[] {
  return servedLanguagesOf(read(undefined, 'languages'));
}

/** Returns the options of a check from the settings of the file's folder. */
export function settingsFor(file: FileFacts): Options {
  return optionsOf(read(file, 'cloud'), read(file, 'rules'), { clouds, say });
}

/** Returns a setting as the user wrote it. It can have any type. */
function read(file: FileFacts | undefined, name: string): unknown {
  return workspace.getConfiguration(SECTION, file).get<unknown>(name);
}
