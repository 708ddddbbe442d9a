/** A replacement in the text. Offset and length are in UTF-16 code units. */
export interface Edit {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/** A change of the text that removes a finding. */
export interface Fix {
  readonly title: string;
  /** True for the fix that `check --fix` applies. */
  readonly preferred: boolean;
  readonly edits: readonly Edit[];
}

/** A range of the text in UTF-16 code units; the end is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A mistake or an oddity at one place of the text. */
export interface Finding {
  /** The rule's code, such as `status-mismatch`. */
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  /** The id of the cloud whose rule applies. */
  readonly cloud: string;
  readonly message: string;
  readonly span: Span;
  /** The server's values as they are in the text. */
  readonly server: {
    readonly vmState?: string | null;
    readonly taskState?: string | null;
    readonly status?: string | null;
    readonly powerState?: number | string | null;
  };
  /** The correct values for the field, best first. */
  readonly expected: readonly string[];
  readonly related: readonly { readonly message: string; readonly span: Span }[];
  readonly fixes: readonly Fix[];
}

export interface CheckOptions {
  /** The id of the cloud to check against. The default `auto` uses the cloud that the text gives evidence for. */
  readonly cloud?: string;
  /** Severities by rule code that override the rules' defaults. */
  readonly rules?: Readonly<Record<string, Finding['severity'] | 'off'>>;
}
