import type { Pair, Source } from '../mapping';

// Everything here is plain data, so it can be posted to a webview.

/** A cloud's table as a matrix, and the transitions between its vm_states. */
export interface StateMap {
  readonly cloud: { readonly id: string; readonly title: string };
  /** The sources of the table, followed by the one of the transitions. */
  readonly sources: readonly Source[];
  /** The statuses that operations give, in table order: the columns of the matrix. */
  readonly columns: readonly string[];
  /** A row for each vm_state, in the order of a server's life. The last row may stand for all other vm_states. */
  readonly rows: readonly MapRow[];
  readonly transitions: readonly Transition[];
  /** The actions that every server allows in any state, by the vm_state that they end in. */
  readonly anywhere: readonly Anywhere[];
  /** The operations that end in the vm_state they began in. */
  readonly keeping: readonly Keeping[];
  /** All operations, including those that are not calls of the API. */
  readonly operations: readonly Operation[];
  /** Sentences about data that the matrix cannot show. */
  readonly notes: readonly string[];
}

export interface MapRow {
  /** Null for all vm_states that are not in the table. */
  readonly vmState: string | null;
  /** Nova's name of the vm_state, which decides its place in the diagram. */
  readonly novaName: string | null;
  readonly meaning: string;
  readonly cells: readonly MapCell[];
}

/** A status that a vm_state can show. */
export interface MapCell {
  readonly status: string;
  readonly meaning: string;
  /** True for the status without an operation under way, which is in the first column. */
  readonly atRest: boolean;
  /** The task_states that the table lists for it, including null for no operation. */
  readonly taskStates: readonly (string | null)[];
  /** True if it also applies to all task_states that the vm_state's cells do not list. */
  readonly others: boolean;
  /** The reason: the table's rows, its default for the vm_state, or the note below the table. */
  readonly by: 'row' | 'default' | 'note';
  /** The pairs that a server can be set to, the usual one first. */
  readonly pairs: readonly Pair[];
}

/** A call of the API. */
export interface MapAction {
  readonly id: string;
  /** The id in words, short enough for a label. */
  readonly label: string;
  readonly title: string;
  readonly call: string;
}

/** A transition from one vm_state to another. */
export interface Transition {
  /** Null for the creation of a server. */
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

/** An operation for the page, in the user's language. */
export interface Operation {
  readonly id: string;
  readonly label: string;
  /** Empty if it equals the label. */
  readonly title: string;
  /** Null for an operation that Nova starts itself. */
  readonly call: string | null;
  readonly ways: readonly OperationWay[];
  /** Empty if there is no note. */
  readonly note: string;
}

export interface OperationWay {
  /** vm_states, or one text: every vm_state, or no server yet. */
  readonly from: readonly string[];
  /** vm_states, or one text: the vm_state stays. */
  readonly to: readonly string[];
}
