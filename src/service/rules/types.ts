import type { Span } from '../../fixture';
import type { Subject } from '../judge/types';
import type { Severity } from '../options';
import type { Related, Remedy, RuleCode } from '../types';

/** What a rule says; the check adds the rest. */
export interface Draft {
  readonly span: Span;
  readonly message: string;
  readonly expected?: readonly string[];
  readonly related?: readonly Related[];
  readonly remedies?: readonly Remedy[];
  /** Where the rule itself is less sure than its default severity says. */
  readonly severity?: Exclude<Severity, 'off'>;
}

/** What is known of every rule. */
export interface RuleFacts {
  readonly code: RuleCode;
  readonly severity: Severity;
  /** What it looks for, in one sentence. */
  readonly summary: string;
}

/** One check: from a server and its cloud to what is wrong with it. */
export interface Rule extends RuleFacts {
  check(subject: Subject): Iterable<Draft>;
}
