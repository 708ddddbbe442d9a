import { appendFile, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from './paths.mjs';

/**
 * An esbuild plugin that puts the licences of the packages in a bundle at its end, as they ask for: a bundle is
 * copied alone, the command line above all. The build needs `metafile`.
 *
 * @returns {import('esbuild').Plugin}
 */
export function thirdPartyNotices() {
  return {
    name: 'third-party-notices',
    setup(build) {
      build.onEnd(async ({ metafile }) => {
        for (const [file, { inputs }] of Object.entries(metafile?.outputs ?? {})) {
          const notices = await Promise.all(packagesOf(Object.keys(inputs)).map(noticeOf));
          await appendFile(path.join(ROOT, file), notices.join(''));
        }
      });
    },
  };
}

/** The folders of the packages that these files are from, in the order of their names. */
function packagesOf(files) {
  const folders = files.flatMap((file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []);
  return [...new Set(folders)].sort();
}

async function noticeOf(folder) {
  const read = (name) => readFile(path.join(ROOT, folder, name), 'utf8');
  const { name, version } = JSON.parse(await read('package.json'));
  const license = (await readdir(path.join(ROOT, folder))).find((file) => /^licen[cs]e/i.test(file));
  if (license === undefined) throw new Error(`${name} ${version} comes without a licence`);
  return `/*! Contains ${name} ${version}:\n\n${(await read(license)).trim()}\n*/\n`;
}
