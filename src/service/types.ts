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

/**
 * Says what would mend a finding. `fixesOf` makes the edits on demand, because most findings are only read. It makes
 * none for a value that is written elsewhere.
 */
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

/** A field and the value that it is to have. */
export interface FieldValue {
  readonly field: Field;
  readonly value: string | number | null;
}

/** A field to be written: null, texts and numbers, alone or in a map. */
export type Content = string | number | null | { readonly [key: string]: string | number };

/** Another place that has to do with a finding. */
export interface Related {
  readonly message: string;
  readonly span: Span;
}

/** The server's values as written; null for null, undefined for a field that is not there or not spelled out. */
export type WrittenServer = { readonly [name in NameOf<'state'>]?: string | null } & {
  readonly [name in NameOf<'number'>]?: number | string | null;
};

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
  readonly remedies: readonly Remedy[];
  /** The server that it is about; undefined for a comment. */
  readonly object?: ServerObject;
  /** For a finding in a string: where the string, or its key, begins. */
  readonly home?: number;
}

/** A finding with the edits that make it go away. */
export interface FixableFinding extends Finding {
  readonly fixes: readonly Fix[];
}

/** What a rule says; the check adds the rest. */
export interface Draft {
  /** The span of a field's value or key, the very object: by it the check knows which field has been spoken for. */
  readonly span: Span;
  readonly message: string;
  /** The right values for the field that the finding stands on, best first. */
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
  readonly summary: Text;
}
