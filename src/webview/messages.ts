import type { StateMap, Way } from '../map';
/** The server at the cursor, as the map's cloud sees it. */
import type { Pair, ServerState } from '../mapping';
export interface MarkedServer {
  readonly says: string;
  /** The cloud that it is checked against, which need not be the map's. */
  readonly heldTo: { readonly id: string; readonly title: string };
  readonly vmState: string;
  /** The row that it is in: its vm_state, or null for one that the table does not have. */
  readonly row: string | null;
  /** What the cloud gives; null where its document says nothing. */
  readonly status: string | null;
  readonly way: Way;
}

/** What the extension tells the page. */
export type ToPage =
  | {
      readonly type: 'map';
      readonly map: StateMap;
      readonly clouds: readonly { readonly id: string; readonly title: string }[];
      /** The cloud that was picked; empty for that of the server at the cursor. */
      readonly picked: string;
    }
  | { readonly type: 'server'; readonly server: MarkedServer | null };

/** A cell of the matrix. */
export interface CellId {
  readonly vmState: string | null;
  readonly status: string;
}

/** What the page tells the extension. */
export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'pick'; readonly cloud: string }
  | { readonly type: 'find'; readonly cell: CellId }
  | { readonly type: 'set'; readonly state: ServerState & { readonly pair: Pair } };

/** What the page keeps while it is hidden and over a restart. */
export interface PageState {
  readonly picked: string;
  readonly cell: CellId | null;
  /** Whether the panel of the chosen status and the server is folded. */
  readonly folded: boolean;
}
