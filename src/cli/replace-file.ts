import { rmSync, type Stats } from 'node:fs';
import { access, chown, constants, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Say, Text } from '../words';
import { FileError } from './read-text';

/**
 * Replaces a file's text atomically: other programs read either the old text or the new one. The file keeps its mode
 * and, if permitted, its owner; a symbolic link stays, and its target changes. A file with several hard links is
 * written in place, which is not atomic.
 *
 * @param before the text that the file must still contain.
 * @throws FileError if the file cannot be written or has another text by now.
 */
export async function replaceFile(say: Say, path: string, before: string, after: string): Promise<void> {
  try {
    const target = await realpath(path);
    const stats = await stat(target);
    if (!stats.isFile()) throw new FileError(say('is not a regular file'));
    // A rename needs only the folder's permission, but a write-protected file is meant to stay.
    await access(target, constants.W_OK);
    const lastLook = async () => {
      if (!(await readFile(target)).equals(Buffer.from(before))) {
        throw new FileError(say('changed after it was read, so it was not fixed'));
      }
    };
    // A rename would split a file with several hard links into two.
    if (stats.nlink > 1) await writeInPlace(target, after, lastLook);
    else await writeBeside(target, stats, after, lastLook);
  } catch (error) {
    if (error instanceof FileError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    const known = REASONS.get(code);
    throw new FileError(say('cannot be written: {reason}', { reason: known ? say(known) : message }));
  }
}

const REASONS: ReadonlyMap<string | undefined, Text> = new Map([
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied'],
  ['ENOENT', 'it no longer exists'],
  ['ENOSPC', 'no space is left'],
  ['EROFS', 'the file system is read-only'],
]);

/** Overwrites the text. A failure halfway can lose the file's content. */
async function writeInPlace(target: string, text: string, lastLook: () => Promise<void>): Promise<void> {
  const file = await open(target, 'r+');
  try {
    await lastLook();
    await file.writeFile(text);
    await file.truncate(Buffer.byteLength(text));
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Signals that end the program before it can delete the temporary file. */
const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Deletes a file if a signal ends the program. Returns a function that cancels this. */
function removeAtSignal(path: string): () => void {
  const stop = (signal: NodeJS.Signals) => {
    rmSync(path, { force: true });
    forget();
    process.kill(process.pid, signal);
  };
  const forget = () => {
    for (const signal of ENDINGS) process.off(signal, stop);
  };
  for (const signal of ENDINGS) process.on(signal, stop);
  return forget;
}

/** Writes a temporary file in the same folder and, after a last check, renames it to the target. */
async function writeBeside(
  target: string,
  stats: Stats,
  text: string,
  lastLook: () => Promise<void>,
): Promise<void> {
  const { randomBytes } = await import('node:crypto');
  const temporary = join(dirname(target), `.server-status-${randomBytes(6).toString('hex')}.tmp`);
  const forget = removeAtSignal(temporary);
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(text);
      const { uid, gid } = await file.stat();
      // The file keeps its owner if permitted. This comes before chmod, as a change of owner clears bits of the mode.
      if (uid !== stats.uid || gid !== stats.gid)
        await chown(temporary, stats.uid, stats.gid).catch(() => {});
      await file.chmod(stats.mode & 0o7777);
      await file.sync();
    } finally {
      await file.close();
    }
    await lastLook();
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  } finally {
    forget();
  }
}
