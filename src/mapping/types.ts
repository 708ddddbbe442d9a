/** Where a fact about a cloud was read. */
export interface Source {
  readonly title: string;
  readonly url: string;
  /** Day of the document, or of the commit, as YYYY-MM-DD; shorter where the document itself says less. */
  readonly date: string;
}

/** A value and what it means, in our own words. */
export type Vocabulary = Readonly<Record<string, string>>;

/** In a row's `taskState`: every task_state that has no row of its own under this vm_state, null included. */
export const ANY = '*';

/** One line of a cloud's table: this vm_state with this task_state shows as this status. */
export interface Row {
  readonly vmState: string;
  /** A task_state, null for "no operation under way", or {@link ANY}. */
  readonly taskState: string | null;
  readonly status: string;
}

/** A power_state as the API gives it, with the words that command lines and notifications use for it. */
export interface PowerState {
  readonly code: number;
  readonly name: string;
  readonly words: readonly string[];
  readonly meaning: string;
}

/**
 * What a pair without a row means: `default` is the vm_state's {@link ANY} row, `UNKNOWN` that status by the
 * document's own note, `silent` that the document says nothing.
 */
export type UnlistedPolicy = 'default' | 'UNKNOWN' | 'silent';

/** A vm_state's rows, ready to be asked. */
export interface VmStateRows {
  /** task_state, or null for none → status. */
  readonly byTaskState: ReadonlyMap<string | null, string>;
  /** The status of the {@link ANY} row, null without one. */
  readonly otherwise: string | null;
}

/** What in a fixture gives a cloud away. */
export interface Evidence {
  /** Host names; a link to the host or to any name below it counts. */
  readonly hosts: readonly string[];
  /** Keys of a server or of its metadata that only this cloud writes, or one with the same table. One that ends in `*` is a prefix. */
  readonly keys: readonly string[];
}

/** A cloud's states, complete: whatever it takes over from another cloud is already in it. */
export interface Cloud {
  readonly id: string;
  readonly title: string;
  readonly sources: readonly Source[];
  readonly statuses: Vocabulary;
  readonly vmStates: Vocabulary;
  readonly taskStates: Vocabulary;
  readonly powerStates: readonly PowerState[];
  readonly rows: readonly Row[];
  /** The rows by vm_state, made from `rows` once because every server asks for them. */
  readonly index: ReadonlyMap<string, VmStateRows>;
  readonly unlisted: UnlistedPolicy;
  /** The status of a vm_state that the table does not have, where the cloud says one. */
  readonly unknownVmState: string | null;
  /** The document's second spelling of a vm_state → the one that its table uses. */
  readonly vmStateAliases: Readonly<Record<string, string>>;
  /** This cloud's name of a vm_state or task_state → Nova's name of the same, where they differ. */
  readonly novaNames: Readonly<Record<string, string>>;
  readonly evidence: Evidence;
}

/** How a cloud is written down: what it shares with the cloud that it extends is left out. */
export type CloudDefinition = Pick<Cloud, 'id' | 'title'> & {
  readonly extends?: string;
} & Partial<Omit<Cloud, 'id' | 'title' | 'index'>>;

/** The three fields' kinds. */
export type StateField = 'vmState' | 'taskState' | 'status';

/** What a cloud makes of a vm_state and a task_state. */
export interface Derivation {
  /** Null where the cloud's document says nothing. */
  readonly status: string | null;
  /** What said so: a row of its own, the vm_state's default, the document's note on all other pairs. */
  readonly by: 'row' | 'default' | 'note' | null;
  /** True where the document has a row for exactly this pair. */
  readonly listed: boolean;
}

/** A vm_state and task_state that belong together. */
export interface Pair {
  readonly vmState: string;
  readonly taskState: string | null;
}
