import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The command line as it is shipped; the build comes before the tests. */
export const CLI = join(process.cwd(), 'dist', 'cli.js');

/** Copies the command line, as its README says, to a file that may have any name. */
export function copyCommandLine(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  copyFileSync(CLI, file);
  cpSync(join(dirname(CLI), 'cli'), join(dirname(file), 'cli'), { recursive: true });
}

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** This process's environment without what it says about the reader: no colours, no language. */
export const ENV = readerless(process.env);

function readerless(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { NO_COLOR: _, FORCE_COLOR: __, ...rest } = env;
  return { ...rest, LC_ALL: 'C' };
}

/** Runs the command line in a folder, with a text on standard input where one is given; in English, unless asked. */
export function run(
  folder: string,
  args: readonly string[],
  input: string | Buffer = '',
  env: NodeJS.ProcessEnv = ENV,
): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd: folder,
    input,
    env,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: status, out: stdout, err: stderr };
}

/**
 * Runs many calls in one process, which loads the command line anew for each.
 *
 * @returns what each call printed on standard output.
 */
export function runAll(calls: readonly (readonly string[])[]): string[] {
  const script = `
    const calls = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
    process.stdout.setMaxListeners(0);
    (async () => {
      for (const [i, call] of calls.entries()) {
        process.argv = [process.argv[0], 'cli', ...call];
        await import(${JSON.stringify(pathToFileURL(CLI).href)} + '?' + i);
        // A command that has ended leaves its exit code behind.
        while (process.exitCode === undefined) await new Promise((done) => setImmediate(done));
        process.exitCode = undefined;
        process.stdout.write('\\0');
      }
    })();`;
  const { stdout } = spawnSync(process.execPath, ['-e', script], {
    input: JSON.stringify(calls),
    env: ENV,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout.split('\0').slice(0, -1);
}

/** A new folder with these files; their paths are relative to it. */
export function folderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'server-status-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Calls a test with a folder that is there for its time only. */
export function inFolder(
  files: Readonly<Record<string, string | Buffer>>,
  test: (folder: string) => void,
): () => void {
  return () => {
    const folder = folderWith(files);
    try {
      test(folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
}

export const GOOD = '{"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": null, "status": "ACTIVE"}\n';
export const BAD = '{"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": null, "status": "ERROR"}\n';
/** A finding of severity warning and no other. */
export const WARNING =
  '{"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": "None", "status": "ACTIVE"}\n';
