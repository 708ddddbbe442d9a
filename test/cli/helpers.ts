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

/** A call of the command line, as `run` takes it. */
export interface Call {
  readonly folder: string;
  readonly args: readonly string[];
  readonly input?: string;
}

/** Carries out the calls on standard input one after the other, and prints their runs. */
const ALL_CALLS = `
  const { Readable } = require('node:stream');
  const print = process.stdout.write.bind(process.stdout);
  let run;
  const gather = (stream, name) => {
    stream.setMaxListeners(0);
    stream.write = (text, ...rest) => {
      run[name] += text;
      rest.at(-1)?.();
      return true;
    };
  };
  gather(process.stdout, 'out');
  gather(process.stderr, 'err');
  const carryOut = async ({ folder, args, input = '' }, index) => {
    run = { code: undefined, out: '', err: '' };
    process.chdir(folder);
    process.argv = [process.argv[0], 'cli', ...args];
    Object.defineProperty(process, 'stdin', { value: Readable.from([Buffer.from(input)]), configurable: true });
    await import(${JSON.stringify(pathToFileURL(CLI).href)} + '?' + index);
    // A command that has ended leaves its exit code behind.
    while (process.exitCode === undefined) await new Promise((done) => setImmediate(done));
    run.code = process.exitCode;
    process.exitCode = undefined;
    return run;
  };
  (async () => {
    const runs = [];
    const calls = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
    for (const [index, call] of calls.entries()) runs.push(await carryOut(call, index));
    print(JSON.stringify(runs));
  })();`;

/** Runs many calls, which read no more than their files, in one process: starting one takes most of a call's time. */
export function runAll(calls: readonly Call[]): Run[] {
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', ALL_CALLS], {
    input: JSON.stringify(calls),
    env: ENV,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (stdout === '') throw new Error(`No call has ended: ${stderr}`);
  return JSON.parse(stdout);
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
 * Runs groups of calls before the tests of a suite, all in one process, and each group in a folder of its own.
 *
 * @returns what gives the runs of a group.
 */
export function runBefore(
  files: Readonly<Record<string, string | Buffer>>,
  groups: readonly (readonly Omit<Call, 'folder'>[])[],
): (group: number) => Run[] {
  const folders: string[] = [];
  let runs: Run[] = [];
  before(() => {
    folders.push(...groups.map(() => folderWith(files)));
    runs = runAll(groups.flatMap((calls, i) => calls.map((call) => ({ ...call, folder: folders[i] ?? '' }))));
  });
  after(() => {
    for (const folder of folders) rmSync(folder, { recursive: true });
  });
  return (group) => {
    const start = groups.slice(0, group).flat().length;
    return runs.slice(start, start + (groups[group]?.length ?? 0));
  };
}

export const GOOD = '{"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": null, "status": "ACTIVE"}\n';
export const BAD = '{"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": null, "status": "ERROR"}\n';
/** A finding of severity warning and no other. */
export const WARNING =
  '{"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": "None", "status": "ACTIVE"}\n';
