import type { Span, Style } from '../../fixture';
import type { ServerObject } from '../recognise/types';

/** A place where an object can have a key. */
export interface KeyPlace {
  readonly object: ServerObject;
  /** The existing part of the key, including quotes; empty between two keys. */
  readonly span: Span;
  /** The quote that is already typed; empty if none is. */
  readonly quote: string;
  /** The quote that the key needs. */
  readonly ownQuote: string;
  /** The separator between key and value. */
  readonly separator: string;
  /** The style of a value. */
  readonly style: Style;
  /** True if a value already follows. */
  readonly hasValue: boolean;
  /** The text after the new property: a comma if another property follows. */
  readonly comma: string;
  /** The strings that contain the place, innermost first. */
  readonly within: readonly Style[];
}
