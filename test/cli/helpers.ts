import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Call, type Run, startProcess } from './one-process';

/** The command line as it is shipped; the build comes before the tests. */
export const CLI = join(process.cwd(), 'dist', 'cli.js');

/** Copies the command line, as its README says, to a file that may have any name. */
export function copyCommandLine(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  copyFileSync(CLI, file);
  cpSync(join(dirname(CLI), 'cli'), join(dirname(file), 'cli'), { recursive: true });
}

/** This process's environment without what it says about the reader: no colours, no language. */
export const ENV = readerless(process.env);

function readerless(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { NO_COLOR: _, FORCE_COLOR: __, ...rest } = env;
  return { ...rest, LC_ALL: 'C' };
}

let call: ((call: Call) => Run) | undefined;

/**
 * Runs the command line in a folder, with a text on standard input where one is given; in English.
 *
 * @param env for a call that depends on it, which gets a process of its own.
 */
export function run(
  folder: string,
  args: readonly string[],
  input: string | Buffer = '',
  env?: NodeJS.ProcessEnv,
): Run {
  if (env !== undefined) return runApart(folder, args, input, env);
  call ??= startProcess(CLI, ENV);
  return call({ folder, args, input });
}

/** Runs the command line like {@link run}, in a process of its own. */
function runApart(
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

/**
 * Runs groups of calls before the tests of a suite, each group in a folder of its own.
 *
 * @returns what gives the runs of a group.
 */
export function runBefore(
  files: Readonly<Record<string, string | Buffer>>,
  groups: readonly (readonly Omit<Call, 'folder'>[])[],
): (group: number) => Run[] {
  const folders: string[] = [];
  let runs: Run[][] = [];
  before(() => {
    folders.push(...groups.map(() => folderWith(files)));
    runs = groups.map((calls, i) => calls.map(({ args, input }) => run(folders[i] ?? '', args, input)));
  });
  after(() => {
    for (const folder of folders) rmSync(folder, { recursive: true });
  });
  return (group) => runs[group] ?? [];
}

export const GOOD = '{"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": null, "status": "ACTIVE"}\n';
export const BAD = '{"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": null, "status": "ERROR"}\n';
/** A finding of severity warning and no other. */
export const WARNING =
  '{"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": "None", "status": "ACTIVE"}\n';
