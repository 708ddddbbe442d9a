import type { StateMap, Way } from '../map';
import type { Pair, ServerState } from '../mapping';

/** The server at the cursor, as the map's cloud describes it. */
export interface MarkedServer {
  readonly says: string;
  /** The cloud that it is checked against, which need not be the map's. */
  readonly heldTo: { readonly id: string; readonly title: string };
  readonly vmState: string;
  /** Its row in the matrix: its vm_state, or null if the table does not have it. */
  readonly row: string | null;
  /** The status that the map's cloud gives it; null if the document does not cover the pair. */
  readonly status: string | null;
  readonly way: Way;
}

/** A message from the extension to the page. */
export type ToPage =
  | {
      readonly type: 'map';
      readonly map: StateMap;
      readonly clouds: readonly { readonly id: string; readonly title: string }[];
      /** The picked cloud; empty to follow the server at the cursor. */
      readonly picked: string;
    }
  | { readonly type: 'server'; readonly server: MarkedServer | null };

/** A cell of the matrix. */
export interface CellId {
  readonly vmState: string | null;
  readonly status: string;
}

/** A message from the page to the extension. */
export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'pick'; readonly cloud: string }
  | { readonly type: 'find'; readonly cell: CellId }
  | { readonly type: 'set'; readonly state: ServerState & { readonly pair: Pair } };

/** The state that the page keeps while it is hidden, and across restarts. */
export interface PageState {
  readonly picked: string;
  readonly cell: CellId | null;
  /** True if the panel with the details and the server is folded. */
  readonly folded: boolean;
}
