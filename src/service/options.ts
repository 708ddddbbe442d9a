import type { Span } from '../fixture';
import { type Cloud, clouds } from '../mapping';
import { inEnglish, type Say } from '../words';

/** The severities, from lowest to highest. */
export const SEVERITIES = ['off', 'hint', 'information', 'warning', 'error'] as const;

/** The severity of a finding; `off` disables its rule. */
export type Severity = (typeof SEVERITIES)[number];

/** The options of checks, hovers and completions. */
export interface Options {
  /** A cloud's id, or `auto` for the one that the file gives evidence for. */
  readonly cloud: string;
  /** The place where `cloud` is set. */
  readonly cloudFrom: 'config' | 'setting';
  /** Severities by rule code that override the rules' defaults. */
  readonly rules: Readonly<Partial<Record<string, Severity>>>;
  /** The clouds in force, including custom ones. They must be the same that the fixture was read with. */
  readonly clouds: ReadonlyMap<string, Cloud>;
  /** Translates to the user's language. The clouds are already translated. */
  readonly say: Say;
  /** Called for a server whose check threw, which is a bug of ours. The other servers are still checked. */
  readonly onFault: (error: unknown, server: Span) => void;
}

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
