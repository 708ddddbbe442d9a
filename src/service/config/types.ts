import type { Span } from '../../fixture';
import type { Cloud } from '../../mapping';
import type { Say } from '../../words';
import type { Options } from '../options';

/** The name of the config file. */
export const CONFIG_NAME = '.serverstatus.json';

/** Says of a path whether some glob matches it; the path is relative to the config's folder, with slashes. */
export type PathTest = (path: string) => boolean;

/** What holds for some of the files, or for all. */
export interface ConfigPart {
  /** A cloud's id; `auto` where the config leaves the choice to others; undefined where it does not say. */
  readonly cloud: string | undefined;
  readonly rules: Options['rules'];
}

/** A part of the config that holds for the files that its globs match. */
export interface Override extends ConfigPart {
  readonly matches: PathTest;
}

/** A config file, as far as it makes sense. */
export interface Config extends ConfigPart {
  readonly ignores: PathTest;
  /** The languages, by VS Code's ids, of the files that are checked without being named; undefined for all. */
  readonly languages: readonly string[] | undefined;
  /** In their order: a later one has the last word. */
  readonly overrides: readonly Override[];
  /** The clouds that ship with the product and behind them the config's own. */
  readonly clouds: ReadonlyMap<string, Cloud>;
}

/** A mistake in a config file and the place of it. */
export interface ConfigProblem {
  readonly message: string;
  readonly span: Span;
  /** True for what every JSON parser reports. */
  readonly isSyntax?: boolean;
  /** The words that were perhaps meant, best first: each would stand in quotes at the same place. */
  readonly nearest?: readonly string[];
}

/** Takes down mistakes in the reader's language; the readers go on with what is sound. */
export interface Notes {
  readonly say: Say;
  add(message: string, span: Span, nearest?: readonly string[]): void;
}
