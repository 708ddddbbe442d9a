import type { Directive, Field, NameOf, Span } from '../fixture';
import type { Cloud } from '../mapping';
import type { Text } from '../words';
import type { Severity } from './options';
import type { ServerObject } from './recognise/types';

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

/** A replacement in the text. Offset and length are in UTF-16 code units. */
export interface Edit {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/** A change of the text that removes a finding. */
export interface Fix {
  readonly title: string;
  /** True for the fix that is almost always wanted. */
  readonly preferred: boolean;
  readonly edits: readonly Edit[];
}

/** A correction of a finding, whose edits `fixesOf` makes on demand. None for a value that is written elsewhere. */
export type Remedy =
  | { readonly kind: 'set'; readonly to: readonly FieldValue[]; readonly preferred: boolean }
  | {
      readonly kind: 'keep-status';
      readonly object: ServerObject;
      readonly cloud: Cloud;
      readonly status: string;
    }
  | { readonly kind: 'drop'; readonly object: ServerObject; readonly field: Field }
  | {
      readonly kind: 'rename';
      readonly word: string;
      readonly at: Span;
      readonly to: string;
      readonly preferred: boolean;
    }
  | { readonly kind: 'drop-code'; readonly directive: Directive; readonly index: number }
  | { readonly kind: 'drop-comment'; readonly directive: Directive };

/** A field with its new value. */
export interface FieldValue {
  readonly field: Field;
  readonly value: string | number | null;
}

/** The content of a new field: null, a string, a number, or a map of them. */
export type Content = string | number | null | { readonly [key: string]: string | number };

/** Another place that is related to a finding. */
export interface Related {
  readonly message: string;
  readonly span: Span;
}

/** The server's values as written. Null stands for null, undefined for a missing field or a placeholder. */
export type WrittenServer = { readonly [name in NameOf<'state'>]?: string | null } & {
  readonly [name in NameOf<'number'>]?: number | string | null;
};

/** A mistake or an oddity at one place of the text. */
export interface Finding {
  readonly rule: RuleCode;
  readonly severity: Exclude<Severity, 'off'>;
  /** The id of the cloud whose rule applies. */
  readonly cloud: string;
  readonly message: string;
  readonly span: Span;
  readonly server: WrittenServer;
  /** The correct values for the field, best first. */
  readonly expected: readonly string[];
  readonly related: readonly Related[];
  readonly remedies: readonly Remedy[];
  /** The server with the finding; undefined for a comment. */
  readonly object?: ServerObject | undefined;
  /** For a finding in a string: the offset where the string, or its key, starts. */
  readonly home?: number | undefined;
}

/** A finding with its fixes. */
export interface FixableFinding extends Finding {
  readonly fixes: readonly Fix[];
}

/** A finding as a rule reports it; the check completes it. */
export interface Draft {
  /** Must be the same object as the span of the field's value or key: the check recognises the field by identity. */
  readonly span: Span;
  readonly message: string;
  /** The correct values for the field of the finding, best first. */
  readonly expected?: readonly string[];
  readonly related?: readonly Related[];
  readonly remedies?: readonly Remedy[];
  /** Overrides the rule's default severity, for a less certain finding. */
  readonly severity?: Exclude<Severity, 'off'>;
}

/** The properties that every rule has. */
export interface RuleFacts {
  readonly code: RuleCode;
  readonly severity: Severity;
  /** What the rule reports, in one sentence. */
  readonly summary: Text;
}
