import type { Field, FieldName, FixtureObject, Reading } from '../../fixture';
import type { Cloud } from '../../mapping';
import type { Marks } from './marks';

export type Fields = { readonly [name in FieldName]?: Field };

/**
 * What an object says of a server: all of it, as the compute API answers; in a notification its states alone; or
 * what these states were earlier, which a notification of a change says too.
 */
export type Shape = 'server' | 'notification' | 'earlier';

/** An object with what it says of a server, or could be mistaken for saying. */
export interface ServerObject extends FixtureObject {
  readonly shape: Shape;
  readonly fields: Fields;
  /** The same number for all that say the same: see {@link likenesses}. */
  readonly likeness: number;
  /** For a server in Base64: which one of that text it is, from 1. */
  readonly number?: number;
}

/** Why an object that has one of the keys is not taken for a server. */
export type LeftAloneReason =
  | 'status-only'
  | 'no-state'
  | 'field-descriptions'
  | 'labels'
  | 'nothing-written'
  | 'other-product'
  | 'too-little'
  | 'templated'
  | 'cut-off'
  | 'broken';

/** An object that could be mistaken for a server. */
export interface LeftAlone extends ServerObject {
  readonly reason: LeftAloneReason;
}

/** A text that was read, with its servers told from what only looks like one. */
export interface Fixture extends Reading {
  /** In the order of the text. */
  readonly servers: readonly ServerObject[];
  readonly leftAlone: readonly LeftAlone[];
  /** What in the text gives a cloud away. Looked for when first asked, and kept. */
  readonly marks: () => Marks;
  /** What the servers, and what looks like one, are called. Prepared when first asked, and kept. */
  readonly names: () => (object: ServerObject) => string | undefined;
  /** The clouds that were in force: their values make a server. */
  readonly clouds: ReadonlyMap<string, Cloud>;
}
