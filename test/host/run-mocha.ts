import { format } from 'node:util';

/** A test file's name and the function that loads it. */
export type TestFile = readonly [name: string, load: () => unknown];

/** Tells `scripts/vscode-served.mjs` these lines from the workbench's own. */
const PREFIX = '[tests] ';

/** What `scripts/test.mjs` looks for in the output. */
const COUNTS = '@@counts';

/**
 * Runs test files inside VS Code's extension host and prints a line with the counts, which is the only thing
 * that leaves the host besides the exit code.
 */
export async function runMocha(files: readonly TestFile[]): Promise<void> {
  // mocha is an ES module, this bundle is not.
  const { default: Mocha } = await import('mocha');
  Mocha.reporters.Base.consoleLog = (...args: unknown[]) => say(format(...args));
  const mocha = new Mocha({ ui: 'bdd', timeout: 20_000, reporter: 'spec' });
  Mocha.reporters.Base.useColors = false;
  for (const [name, load] of files) {
    mocha.suite.emit('pre-require', globalThis, name, mocha);
    mocha.suite.emit('require', load(), name, mocha);
  }
  console.log('plain from test', { a: 1 });
  const stats = await new Promise<Mocha.Stats | undefined>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats));
  });
  const { passes = 0, failures = 0, pending = 0 } = stats ?? {};
  say(`${COUNTS} ${JSON.stringify({ passed: passes, failed: failures, skipped: pending })}`);
  if (failures > 0) throw new Error(`${failures} failed`);
}

function say(text: string): void {
  console.log(PREFIX + text);
}
