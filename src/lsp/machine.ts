import type { Folders } from '../service/config';
import type { Language, Say } from '../words';

/** What the language server needs to know of the machine that it runs on. Paths have forward slashes. */
export interface Machine {
  /** Returns the user's language, given the locale that the client names. */
  languageFor(locale: string | undefined): Promise<Language>;
  /** Returns the absolute path of a document; undefined if it is not a file. */
  pathOf(uri: string): string | undefined;
  /** Returns the URI of an absolute path. */
  uriOf(path: string): string;
  /** Returns access to folders, by their absolute paths. */
  foldersIn(say: Say): Folders<string>;
}
