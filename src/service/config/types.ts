import type { Span } from '../../fixture';
import type { Cloud } from '../../mapping';
import type { Say } from '../../words';
import type { Options } from '../options';

export const CONFIG_NAME = '.serverstatus.json';

/** Tells whether a glob matches a path, which is relative to the config's folder, with forward slashes. */
export type PathTest = (path: string) => boolean;

/** The entries that a config and an override have in common. */
export interface ConfigPart {
  /** A cloud's id; `auto` to leave the choice to other places; undefined if there is no entry. */
  readonly cloud: string | undefined;
  readonly rules: Options['rules'];
}

/** A part of the config for the files that its globs match. */
export interface Override extends ConfigPart {
  readonly matches: PathTest;
}

/** The valid parts of a config file. */
export interface Config extends ConfigPart {
  readonly ignores: PathTest;
  /** VS Code's ids of the languages to check, unless a call names a file directly; undefined for all. */
  readonly languages: readonly string[] | undefined;
  /** In text order: a later one takes precedence. */
  readonly overrides: readonly Override[];
  /** The built-in clouds, followed by the config's custom clouds. */
  readonly clouds: ReadonlyMap<string, Cloud>;
}

export interface ConfigProblem {
  readonly message: string;
  readonly span: Span;
  /** True for an error that any JSON parser reports. */
  readonly isSyntax?: boolean;
  /** The nearest known words, best first. Each can replace the span, in quotes. */
  readonly nearest?: readonly string[];
}

/** Collects mistakes in the user's language. Reading continues with the valid parts. */
export interface Notes {
  readonly say: Say;
  add(message: string, span: Span, nearest?: readonly string[]): void;
}
