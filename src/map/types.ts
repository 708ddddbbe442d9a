import type { Pair, Source } from '../mapping';

// Everything here is plain data, so that it can be sent to a webview as it is.

/** What the map says of a cloud: its table as a matrix, and the ways between the vm_states. */
export interface StateMap {
  readonly cloud: { readonly id: string; readonly title: string };
  /** Where the table was read, and the source of the transitions behind it. */
  readonly sources: readonly Source[];
  /** The statuses that an operation under way gives, in the order of the table: the matrix' columns. */
  readonly columns: readonly string[];
  /** One row a vm_state, in the order of the diagram; at the end one for all other vm_states, where there is one. */
  readonly rows: readonly MapRow[];
  readonly transitions: readonly Transition[];
  /** The actions that every server takes, whatever its state, by the vm_state that they end in. */
  readonly anywhere: readonly Anywhere[];
  /** The operations that end in the vm_state in which they began. */
  readonly keeping: readonly Keeping[];
  /** All operations, those that are no calls of the API too. */
  readonly operations: readonly Operation[];
  /** What the matrix cannot show, in sentences. */
  readonly notes: readonly string[];
}

export interface MapRow {
  /** Null for every vm_state that is not in the table. */
  readonly vmState: string | null;
  /** Nova's name of the vm_state, by which the diagram knows its place. */
  readonly novaName: string | null;
  readonly meaning: string;
  readonly cells: readonly MapCell[];
}

/** A status that a vm_state can show. */
export interface MapCell {
  readonly status: string;
  readonly meaning: string;
  /** True for the status without an operation under way, which stands in the first column. */
  readonly atRest: boolean;
  /** The task_states that the table names for it; null for none. */
  readonly taskStates: readonly (string | null)[];
  /** True where it also holds for all task_states that the vm_state's cells do not name. */
  readonly others: boolean;
  /** What says so: the table's rows, its default for the vm_state, or the note below the table. */
  readonly by: 'row' | 'default' | 'note';
  /** The pairs that a server can be set to, the usual one first. */
  readonly pairs: readonly Pair[];
}

/** A call of the API. */
export interface MapAction {
  readonly id: string;
  /** The id in words, which is short enough for a label. */
  readonly label: string;
  readonly title: string;
  readonly call: string;
}

/** A way from one vm_state to another. */
export interface Transition {
  /** Null where there is no server yet. */
  readonly from: string | null;
  readonly to: string;
  readonly actions: readonly MapAction[];
}

export interface Anywhere {
  readonly to: string;
  readonly actions: readonly MapAction[];
}

export interface Keeping {
  readonly action: MapAction;
  readonly vmStates: readonly string[];
}

/** An operation as the page tells of it, in words of the reader's language. */
export interface Operation {
  readonly id: string;
  readonly label: string;
  /** Empty where it is the label over again. */
  readonly title: string;
  /** Null for what Nova does by itself. */
  readonly call: string | null;
  readonly ways: readonly OperationWay[];
  /** Empty where there is nothing to add. */
  readonly note: string;
}

export interface OperationWay {
  /** vm_states; or that it is every one of them, or that there is no server yet. */
  readonly from: readonly string[];
  /** vm_states; or that it stays the one that it was. */
  readonly to: readonly string[];
}
