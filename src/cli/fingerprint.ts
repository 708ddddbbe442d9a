/** How many hexadecimal digits of a hash are kept: 128 bits never meet by chance. */
const DIGITS = 32;

/**
 * A name for a finding that stays as long as the finding does.
 *
 * @param path with slashes, from a folder that does not change from machine to machine
 * @param parts what the finding is known by within its file
 */
export function fingerprintOf(path: string, parts: readonly (string | number | null)[]): string {
  // Loaded when it is needed, which takes longer than a small file.
  const { createHash } = process.getBuiltinModule('node:crypto');
  return createHash('sha256')
    .update(JSON.stringify([path, ...parts]))
    .digest('hex')
    .slice(0, DIGITS);
}
