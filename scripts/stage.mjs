import { cp, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * Copies the files that can be shipped, and the allow-list, into a separate folder. The packer walks over all files of
 * its folder, and the project's folder can contain whole editors.
 *
 * @param {string} root the project's folder
 * @param {string} folder is replaced
 */
export async function stageExtension(root, folder) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const allowed = (await readFile(path.join(root, '.vscodeignore'), 'utf8'))
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .map((line) => nameTest(line.slice(1).split('/')[0]));
  const entries = (await readdir(root)).filter((entry) => allowed.some((isAllowed) => isAllowed.test(entry)));
  for (const entry of [...entries, '.vscodeignore', 'README.md'])
    await cp(path.join(root, entry), path.join(folder, entry), { recursive: true });
}

/** Returns a test for names of files or folders, from a pattern with `*`. */
function nameTest(pattern) {
  return new RegExp(`^${pattern.split('*').map(escaped).join('.*')}$`);
}

function escaped(text) {
  return text.replace(/[^\w]/g, '\\$&');
}
