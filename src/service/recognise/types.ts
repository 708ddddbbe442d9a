import type { Block, EmbeddedText, Field, FieldName, FixtureObject, ReadText } from '../../fixture';
import type { Cloud } from '../../mapping';
import type { LikenessOf } from './likeness';
import type { Marks } from './marks';

export type Fields = { readonly [name in FieldName]?: Field };

/** The kind of server object: a server of the compute API, or the current or previous states in a notification. */
export type Shape = 'server' | 'notification' | 'earlier';

/** An object that is a server or resembles one. */
export interface ServerObject extends FixtureObject {
  readonly shape: Shape;
  readonly fields: Fields;
  /** Equal for objects with the same content: see {@link LikenessOf}. */
  readonly likeness: number;
  /** The number of a server in its Base64 text, from 1. */
  readonly number?: number | undefined;
}

/** Why an object with a server's key is not a server. */
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

/** An object that resembles a server but is not one. */
export interface LeftAlone extends ServerObject {
  readonly reason: LeftAloneReason;
}

/** The objects of a fixture, and its strings that contain such objects. */
export interface FixtureBlocks {
  readonly servers: readonly Block<ServerObject>[];
  readonly leftAlone: readonly Block<LeftAlone>[];
  readonly strings: readonly Block<EmbeddedText>[];
}

/** A text with its servers. */
export interface Fixture extends ReadText {
  /** In text order. */
  readonly servers: readonly ServerObject[];
  readonly leftAlone: readonly LeftAlone[];
  /** The same, and the strings, in blocks that move as a whole when the text changes. */
  readonly blocks: () => FixtureBlocks;
  /** The evidence for clouds in the text. Computed on demand. */
  readonly marks: () => Marks;
  /** Returns the name of a server or similar object. Prepared on demand. */
  readonly names: () => (object: ServerObject) => string | undefined;
  readonly likenessOf: LikenessOf;
  /** The clouds in force when it was read: their values identify servers. */
  readonly clouds: ReadonlyMap<string, Cloud>;
}
