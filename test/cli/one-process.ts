import { pathToFileURL } from 'node:url';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';

/** A call of the command line. */
export interface Call {
  readonly folder: string;
  readonly args: readonly string[];
  readonly input?: string | Buffer;
}

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** How many milliseconds a call may take. */
const PATIENCE = 60_000;

/** Makes each call that it is sent, and sends back its run. What a call prints is gathered. */
const CALLEE = (cli: string) => `
  const { Readable } = require('node:stream');
  let run;
  let index = 0;
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
  // As Node ends a process, whose exit code is 1 then.
  process.on('unhandledRejection', (error) => {
    run.err += error?.stack ?? error;
    run.code = 1;
  });
  const turn = () => new Promise((done) => setImmediate(done));
  process.on('message', async ({ folder, args, input = '' }) => {
    run = { code: undefined, out: '', err: '' };
    const home = process.cwd();
    process.chdir(folder);
    process.argv = [process.argv[0], 'cli', ...args];
    const stdin = Readable.from([Buffer.from(input)]);
    Object.defineProperty(process, 'stdin', { value: stdin, configurable: true });
    await import(${JSON.stringify(cli)} + '?' + (index += 1));
    // A command that has ended leaves its exit code behind.
    while (process.exitCode === undefined) await turn();
    // It may have something left to do or to say, which counts as well.
    for (let i = 0; i < 3; i += 1) await turn();
    run.code ??= process.exitCode;
    process.exitCode = undefined;
    process.chdir(home);
    process.send(run);
  });`;

/** Passes calls on, and wakes who waits for the run. */
const CALLER = `
  const { spawn } = require('node:child_process');
  const { parentPort, workerData: { callee, env, woken, port } } = require('node:worker_threads');
  const stdio = ['ignore', 'ignore', 'inherit', 'ipc'];
  const child = spawn(process.execPath, ['-e', callee], { env, stdio, serialization: 'advanced' });
  const answer = (run) => {
    port.postMessage(run);
    Atomics.store(woken, 0, 1);
    Atomics.notify(woken, 0);
  };
  child.on('message', answer);
  child.on('exit', (code) => answer({ code, out: '', err: 'the process of all calls has ended' }));
  parentPort.on('message', (call) => child.send(call));`;

/**
 * Starts a process that makes calls of the command line, one after the other: starting one takes most of a call's time.
 *
 * @param cli the path of the command line.
 * @returns a function that makes a call, and waits until it has ended.
 */
export function startProcess(cli: string, env: NodeJS.ProcessEnv): (call: Call) => Run {
  const woken = new Int32Array(new SharedArrayBuffer(4));
  const { port1, port2 } = new MessageChannel();
  const callee = CALLEE(pathToFileURL(cli).href);
  const worker = new Worker(CALLER, {
    eval: true,
    env,
    workerData: { callee, env, woken, port: port2 },
    transferList: [port2],
  });
  // The tests end without it, and its process with it.
  worker.unref();
  return (call) => {
    Atomics.store(woken, 0, 0);
    worker.postMessage(call);
    if (Atomics.wait(woken, 0, 0, PATIENCE) === 'timed-out')
      throw new Error(`This call has not ended: ${call.args.join(' ')}`);
    return receiveMessageOnPort(port1)?.message;
  };
}
