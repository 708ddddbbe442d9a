/** The source of a fact about a cloud. */
export interface Source {
  readonly title: string;
  readonly url: string;
  /** The document's or commit's day, YYYY-MM-DD; shorter if it is less precise, empty if it has no date. */
  readonly date: string;
}

/** Values with their meanings, in our words. */
export type Vocabulary = Readonly<Record<string, string>>;

/** A row's `taskState` that stands for every task_state without a row under this vm_state, including null. */
export const ANY = '*';

/** A row of a cloud's table: the status of this vm_state with this task_state. */
export interface Row {
  readonly vmState: string;
  /** A task_state, null for no operation under way, or {@link ANY}. */
  readonly taskState: string | null;
  readonly status: string;
}

/** A power_state of the API, with the words that command lines and notifications use for it. */
export interface PowerState {
  readonly code: number;
  readonly name: string;
  readonly words: readonly string[];
  readonly meaning: string;
}

/**
 * The rule for pairs without a row: `default` uses the vm_state's {@link ANY} row, `UNKNOWN` is the status that the
 * document's note gives, `silent` means that the document does not cover them.
 */
export type UnlistedPolicy = 'default' | 'UNKNOWN' | 'silent';

/** The rows of a vm_state, indexed. */
export interface VmStateRows {
  /** task_state (or null) → status. */
  readonly byTaskState: ReadonlyMap<string | null, string>;
  /** The status of the {@link ANY} row; null if there is none. */
  readonly otherwise: string | null;
}

/** Evidence in a fixture for a cloud. */
export interface Evidence {
  /** Host names. A URL with the host or a subdomain of it is evidence. */
  readonly hosts: readonly string[];
  /** Keys of a server or its metadata that only clouds with this table write. A key that ends in `*` is a prefix. */
  readonly keys: readonly string[];
}

/** A resolved cloud: includes everything that it inherits from another cloud. */
export interface Cloud {
  readonly id: string;
  readonly title: string;
  readonly sources: readonly Source[];
  readonly statuses: Vocabulary;
  readonly vmStates: Vocabulary;
  readonly taskStates: Vocabulary;
  readonly powerStates: readonly PowerState[];
  readonly rows: readonly Row[];
  /** The rows by vm_state, indexed once, as every server needs them. */
  readonly index: ReadonlyMap<string, VmStateRows>;
  readonly unlisted: UnlistedPolicy;
  /** The status of a vm_state that is not in the table; null if the cloud defines none. */
  readonly unknownVmState: string | null;
  /** Aliases of vm_states in the document → the names in its table. */
  readonly vmStateAliases: Readonly<Record<string, string>>;
  /** The cloud's names of vm_states and task_states → Nova's names, where they differ. */
  readonly novaNames: Readonly<Record<string, string>>;
  readonly evidence: Evidence;
}

/** A cloud as it is defined: leaves out the data that it inherits from the cloud it extends. */
export type CloudDefinition = Pick<Cloud, 'id' | 'title'> & {
  readonly extends?: string;
} & Partial<Omit<Cloud, 'id' | 'title' | 'index'>>;

/** The fields that the tables cover. */
export type StateField = 'vmState' | 'taskState' | 'status';

/** The status that a cloud gives a vm_state and a task_state. */
export interface Derivation {
  /** Null if the cloud's document does not cover the pair. */
  readonly status: string | null;
  /** The reason: the pair's row, the vm_state's default, or the document's note on other pairs. */
  readonly by: 'row' | 'default' | 'note' | null;
  /** True if the document has a row for exactly this pair. */
  readonly listed: boolean;
}

/** A vm_state with a task_state. */
export interface Pair {
  readonly vmState: string;
  readonly taskState: string | null;
}
