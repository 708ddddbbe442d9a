/** Files as somebody keeps them: Node, or an editor's file systems. Paths are whole, with forward slashes. */
export interface Tree {
  /** What stands in a folder. Rejects where the folder cannot be read. */
  list(folder: string): Promise<readonly Entry[]>;
  /** A file's text; undefined where it is not there or cannot be read. */
  text(file: string): Promise<string | undefined>;
  /** True where there is such a file or folder. */
  has(path: string): Promise<boolean>;
}

/** One name in a folder. A link to a folder is neither a file nor a folder: it is not followed. */
export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
}

/** A folder or file that cannot be read, and why. */
export interface Unread {
  readonly path: string;
  readonly error: unknown;
}
