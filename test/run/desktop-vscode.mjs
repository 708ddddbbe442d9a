import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { VSCODE_TEST } from '../../scripts/paths.mjs';
import { hasDisplay, tryRun } from '../../scripts/processes.mjs';

const RELEASES = 'https://update.code.visualstudio.com/api/releases/stable';
const PATIENCE = 4000;

/**
 * Finds a desktop VS Code that starts on this machine: VSCODE_EXECUTABLE, or else a download if its server answers
 * within seconds and there is a display.
 *
 * @returns {Promise<string | undefined>}
 */
export async function findDesktop() {
  const { VSCODE_EXECUTABLE } = process.env;
  if (VSCODE_EXECUTABLE) return VSCODE_EXECUTABLE;
  if (!hasDisplay() || !(await downloadsAnswer())) return undefined;
  try {
    const executable = await downloadAndUnzipVSCode({ cachePath: VSCODE_TEST, timeout: PATIENCE });
    return (await starts(executable)) ? executable : undefined;
  } catch (error) {
    console.log(`No desktop build: ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
}

async function downloadsAnswer() {
  return fetch(RELEASES, { signal: AbortSignal.timeout(PATIENCE) }).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** Tells whether the system has the libraries of the desktop build. */
async function starts(executable) {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const { code } = await tryRun(executable, ['--version'], { env, quiet: true, timeout: 10_000 });
  return code === 0;
}
