import type { Field, FieldName, Span } from '../fixture';
import type { Cloud } from '../mapping';
import type { Say } from '../words';
import type { Fixture, ServerObject } from './recognise/types';

/** The severities, quietest first. */
export const SEVERITIES = ['off', 'hint', 'information', 'warning', 'error'] as const;

/** How loud a finding is; `off` silences its rule. */
export type Severity = (typeof SEVERITIES)[number];

export type RuleCode =
  | 'status-mismatch'
  | 'unlisted-combination'
  | 'impossible-combination'
  | 'unknown-status'
  | 'unknown-vm-state'
  | 'unknown-task-state'
  | 'null-as-text'
  | 'wrong-type'
  | 'power-state'
  | 'unexpected-field'
  | 'unused-directive';

/** What decided on the cloud of a server, strongest first. */
export type ChosenBy = 'comment' | 'config' | 'setting' | 'evidence' | 'default';

/** The cloud whose table a server is held to, and why that one. */
export interface CloudChoice {
  readonly cloud: Cloud;
  readonly by: ChosenBy;
  /** What named the cloud, where the file itself did. */
  readonly evidence?: { readonly text: string; readonly span: Span };
}

/** What callers may ask of a check, a hover or a completion. */
export interface Options {
  /** A cloud's id, or `auto` for the one that the file's own evidence names. */
  readonly cloud: string;
  /** Where `cloud` was said. */
  readonly cloudFrom: 'config' | 'setting';
  /** Severities that differ from the rules' own. */
  readonly rules: Readonly<Partial<Record<string, Severity>>>;
  readonly clouds: ReadonlyMap<string, Cloud>;
  /** The reader's language; the clouds speak it already. */
  readonly say: Say;
}

/** A replacement in the text: offset and length in UTF-16 code units. */
export interface Edit {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/** A way to make a finding go away. */
export interface Fix {
  readonly title: string;
  /** True for the one that a person would nearly always want. */
  readonly preferred: boolean;
  readonly edits: readonly Edit[];
}

/** Another place that has to do with a finding. */
export interface Related {
  readonly message: string;
  readonly span: Span;
}

/** The server's values as written; null for null, undefined for a field that is not there or not spelled out. */
export interface WrittenServer {
  readonly vmState?: string | null;
  readonly taskState?: string | null;
  readonly status?: string | null;
  readonly powerState?: number | string | null;
}

/** One thing that is wrong or odd at one place of the text. */
export interface Finding {
  readonly rule: RuleCode;
  readonly severity: Exclude<Severity, 'off'>;
  /** Id of the cloud whose rule it is. */
  readonly cloud: string;
  readonly message: string;
  readonly span: Span;
  readonly server: WrittenServer;
  /** The right values for the field, best first. */
  readonly expected: readonly string[];
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
  /** For a finding in a string: where the string, or its key, begins. */
  readonly home?: number;
}

/** What a rule says; the check adds the rest. */
export interface Draft {
  readonly span: Span;
  readonly message: string;
  readonly expected?: readonly string[];
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  /** Where the rule itself is less sure than its default severity says. */
  readonly severity?: Exclude<Severity, 'off'>;
}

/** A server under judgement, with its values read and its cloud picked. */
export interface Subject {
  readonly say: Say;
  readonly fixture: Fixture;
  readonly object: ServerObject;
  readonly choice: CloudChoice;
  /** The cloud that was chosen. */
  readonly cloud: Cloud;
  /** OpenStack's own table, which decides where a cloud's document says nothing. */
  readonly nova: Cloud;
  /** True where somebody chose the cloud; false where the file's evidence, or nothing, did. */
  readonly chosen: boolean;
  /** Undefined where it cannot be judged: missing, not spelled out, of a wrong type. */
  readonly vmState: string | undefined;
  /** Null for "no operation under way"; undefined where it cannot be judged. */
  readonly taskState: string | null | undefined;
  readonly status: string | undefined;
}

/** One check: from a server and its cloud to what is wrong with it. */
export interface Rule {
  readonly code: RuleCode;
  readonly severity: Severity;
  /** What it looks for, in one sentence. */
  readonly summary: string;
  check(subject: Subject): Iterable<Draft>;
}

export type { Field, FieldName };
