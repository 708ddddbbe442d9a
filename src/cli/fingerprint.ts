/** How many hexadecimal digits of a hash are kept: with 128 bits, collisions are practically impossible. */
const DIGITS = 32;

/**
 * Returns an id for a finding that stays the same as long as the finding exists.
 *
 * @param path with slashes, relative to a folder that is the same on every machine.
 * @param parts identify the finding within its file.
 */
export function fingerprintOf(path: string, parts: readonly (string | number | null)[]): string {
  // Loaded on demand: loading takes longer than checking a small file.
  const { createHash } = process.getBuiltinModule('node:crypto');
  return createHash('sha256')
    .update(JSON.stringify([path, ...parts]))
    .digest('hex')
    .slice(0, DIGITS);
}
