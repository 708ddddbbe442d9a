/** A replacement in the text: offset and length in UTF-16 code units. */
export interface Edit {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/** A way to make a finding go away. */
export interface Fix {
  readonly title: string;
  /** True for the one that `check --fix` would make. */
  readonly preferred: boolean;
  readonly edits: readonly Edit[];
}

/** A place in the text, in UTF-16 code units; the end is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One thing that is wrong or odd at one place of the text. */
export interface Finding {
  /** The rule's code, such as `status-mismatch`. */
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  /** Id of the cloud whose rule it is. */
  readonly cloud: string;
  readonly message: string;
  readonly span: Span;
  /** The server's values as written. */
  readonly server: {
    readonly vmState?: string | null;
    readonly taskState?: string | null;
    readonly status?: string | null;
    readonly powerState?: number | string | null;
  };
  /** The right values for the field, best first. */
  readonly expected: readonly string[];
  readonly related: readonly { readonly message: string; readonly span: Span }[];
  readonly fixes: readonly Fix[];
}

export interface CheckOptions {
  /** The id of the cloud to check against; `auto`, the default, takes the one that the text's own evidence names. */
  readonly cloud?: string;
  /** Severities that differ from the rules' own, by the rules' codes. */
  readonly rules?: Readonly<Record<string, Finding['severity'] | 'off'>>;
}
