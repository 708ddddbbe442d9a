import { rmSync, type Stats } from 'node:fs';
import { access, chown, constants, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Say, Text } from '../words';
import { FileError } from './read-text';

/**
 * Replaces a file's text in one step: whoever reads it meanwhile has the old text or the new one, and a
 * failure costs nothing. The file keeps its mode and owner; a symbolic link stays one, and its target changes.
 *
 * @param before the text that the file has to hold still.
 * @throws FileError where the file cannot be written or holds another text by now; it is then as it was.
 */
export async function replaceFile(say: Say, path: string, before: string, after: string): Promise<void> {
  try {
    const target = await realpath(path);
    const stats = await stat(target);
    if (!stats.isFile()) throw new FileError(say('is not a regular file'));
    // A rename asks for the folder's permission only, but a file that is protected is meant to stay.
    await access(target, constants.W_OK);
    const lastLook = async () => {
      if (!(await readFile(target)).equals(Buffer.from(before))) {
        throw new FileError(say('changed after it was read, so it was not fixed'));
      }
    };
    // A file with a second name is to stay one file: a rename would part the two.
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

/** Writes the text over the old one, which a failure in the middle can cost. */
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

/** Signals that end a program; what is unfinished then goes first. */
const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Takes a file away should a signal end the program; returns what takes that back. */
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

/** Writes a temporary file in the same folder and, after a last look, puts it in the target's place. */
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
      // Somebody else's file stays theirs where that is allowed; a change of owner would clear the mode's bits.
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
