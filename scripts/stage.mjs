import { cp, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * Copies what can be shipped into a folder of its own, with the allow-list that says what of it is: the packer walks over
 * all that it is given, and beside these files there are whole editors.
 *
 * @param {string} root the project's folder
 * @param {string} folder it is made anew
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

/** Tests the name of a file or folder against a pattern with `*` in it. */
function nameTest(pattern) {
  return new RegExp(`^${pattern.split('*').map(escaped).join('.*')}$`);
}

function escaped(text) {
  return text.replace(/[^\w]/g, '\\$&');
}
