import { LANGUAGE_IDS } from '../fixture';
import type { Language } from '../words';
import type { HintMode } from './hints';
import { DEFAULT_OPTIONS, type Options, SEVERITIES, type Severity } from './options';
import { RULES } from './rules';

// The settings `serverStatus.*` of editors can have any type. An invalid value counts as unset.

const CODES: readonly string[] = [...RULES.keys()];

/** Returns the options of a check from the settings `cloud` and `rules`. */
export function optionsOf(cloud: unknown, rules: unknown, { clouds, say }: Language): Options {
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

/**
 * Returns the length in UTF-16 code units up to which a text is read, from the setting `maxFileSize`. It counts bytes; a
 * text never has more code units than bytes.
 */
export function maxLengthOf(megabytes: unknown): number {
  return (typeof megabytes === 'number' && megabytes >= 0 ? megabytes : 20) * 1024 * 1024;
}

/** Returns which statuses are shown as hints, from the setting `inlayHints`. */
export function hintModeOf(mode: unknown): HintMode {
  return mode === 'off' || mode === 'all' ? mode : 'missing';
}

/** Returns the ids of the served languages, from the setting `languages`. */
export function servedLanguagesOf(ids: unknown): readonly string[] {
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : LANGUAGE_IDS;
}
