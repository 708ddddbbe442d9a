import { ConfigurationTarget, commands, workspace } from 'vscode';

/** A test file's name and the function that loads it. */
export type TestFile = readonly [name: string, load: () => unknown];

/** Tells `test/run/run-in-page.mjs` these lines from the workbench's own. */
const PREFIX = '[tests] ';

/** What `test/run/index.mjs` looks for in the output. */
const COUNTS = '@@counts';

/** Settings for a window at which nobody looks: nothing around the text, which would cost time. */
const SETTINGS = {
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'explorer.autoReveal': false,
  // VS Code in a browser saves a second after an edit, by then perhaps into a folder that the next test has emptied.
  'files.autoSave': 'off',
  'workbench.editor.showTabs': 'none',
};

/**
 * Runs test files inside VS Code's extension host and prints a line with the counts, which is the only thing
 * that leaves the host besides the exit code.
 *
 * @param Runner mocha's build for the host: Node's or the browser's.
 */
export async function runMocha(Runner: typeof Mocha, files: readonly TestFile[]): Promise<void> {
  await commands.executeCommand('workbench.action.closeSidebar');
  const settings = workspace.getConfiguration();
  for (const [name, value] of Object.entries(SETTINGS))
    await settings.update(name, value, ConfigurationTarget.Global);
  Runner.reporters.Base.consoleLog = say;
  const mocha = new Runner({ ui: 'bdd', timeout: 20_000, reporter: 'spec' });
  Runner.reporters.Base.useColors = false;
  for (const [name, load] of files) {
    mocha.suite.emit('pre-require', globalThis, name, mocha);
    mocha.suite.emit('require', load(), name, mocha);
  }
  const stats = await new Promise<Mocha.Stats | undefined>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats));
  });
  const { passes = 0, failures = 0, pending = 0 } = stats ?? {};
  say(`${COUNTS} ${JSON.stringify({ passed: passes, failed: failures, skipped: pending })}`);
  if (failures > 0) throw new Error(`${failures} failed`);
}

/** The placeholders of a text are filled in where it is printed. */
function say(text = '', ...values: unknown[]): void {
  console.log(PREFIX + text, ...values);
}
