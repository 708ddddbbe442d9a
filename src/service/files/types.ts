/** A file tree: Node's, or an editor's file systems. Paths are absolute, with forward slashes. */
export interface Tree {
  /** Lists a folder. Rejects if it cannot be read. */
  list(folder: string): Promise<readonly Entry[]>;
  /** Returns a file's text; undefined if it does not exist or cannot be read. */
  text(file: string): Promise<string | undefined>;
  /** Tells whether a file or folder exists. */
  has(path: string): Promise<boolean>;
}

/** An entry of a folder. A link to a folder has kind `other`: it is not followed. */
export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
}

/** What a search looks for. Paths are relative to the searched folder, with slashes. */
export interface Wanted {
  file(path: string): boolean;
  /** Tells whether there may be such files below a folder. */
  folder(path: string): boolean;
}

/** A folder or file that cannot be read, with the error. */
export interface Unread {
  readonly path: string;
  readonly error: unknown;
}
