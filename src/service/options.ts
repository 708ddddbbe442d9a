import type { Span } from '../fixture';
import { type Cloud, clouds } from '../mapping';
import { inEnglish, type Say } from '../words';

/** The severities, quietest first. */
export const SEVERITIES = ['off', 'hint', 'information', 'warning', 'error'] as const;

/** How loud a finding is; `off` silences its rule. */
export type Severity = (typeof SEVERITIES)[number];

/** What callers may ask of a check, a hover or a completion. */
export interface Options {
  /** A cloud's id, or `auto` for the one that the file's own evidence names. */
  readonly cloud: string;
  /** Where `cloud` was said. */
  readonly cloudFrom: 'config' | 'setting';
  /** Severities that differ from the rules' own. */
  readonly rules: Readonly<Partial<Record<string, Severity>>>;
  /** The clouds in force, custom ones included. A fixture has to be read with the same ones. */
  readonly clouds: ReadonlyMap<string, Cloud>;
  /** The reader's language; the clouds speak it already. */
  readonly say: Say;
  /** Called for a server whose check threw, which is a bug of ours. The other servers are still checked. */
  readonly onFault: (error: unknown, server: Span) => void;
}

/** What holds where nobody said otherwise. */
export const DEFAULT_OPTIONS: Options = {
  cloud: 'auto',
  cloudFrom: 'setting',
  rules: {},
  clouds,
  say: inEnglish,
  onFault(error) {
    throw error;
  },
};
