import {
  commands,
  languages,
  type Position,
  Selection,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';
import { startExtension, workspaceRoot } from '../host/editor';
import { type Blocks, watchBlocks } from './blocks';

/** What test/run/typing.mjs wraps the extension for: the milliseconds that its load and its activation took. */
declare global {
  var serverStatusTimes: { readonly load: number; readonly activation: number } | undefined;
}

/** How many keys are typed and taken back in each file. */
const KEYS = 6;

/** How often each file is opened, with and without the extension. */
const OPENED = 3;

/** What is typed in the middle of a file: in a status, and where no text may stand. */
const TYPED = [
  { what: 'in a status', in: /"?status"?: "?[A-Z]+/g, text: 'X' },
  { what: 'a line that cannot be parsed', in: /"?OS-DCF:diskConfig"?: "?AUTO"?,?\n/g, text: '"' },
];

/** Types in large fixtures, and prints how long findings take and how long the extension host is blocked. */
export async function run(): Promise<void> {
  await startExtension();
  const times = globalThis.serverStatusTimes;
  if (times === undefined) throw new Error('The extension does not start');
  say(`the extension: load ${ms(times.load)}, activation ${ms(times.activation)}`);
  // VS Code and other extensions must not do more than they have to.
  await set('json', 'validate.enable', false);
  await set('editor', 'autoClosingQuotes', 'never');
  await set('editor', 'quickSuggestions', 'off');
  say(
    'file | what | from the change to findings: median, worst | from the key to the change | longest block: median, worst | without the extension',
  );
  for (const name of ['servers.json', 'servers.yaml']) {
    const uri = Uri.joinPath(workspaceRoot(), name);
    const [served, alone]: [number[], number[]] = [[], []];
    for (let i = 0; i < OPENED; i += 1) {
      served.push(await open(uri, true));
      alone.push(await open(uri, false));
    }
    const longest = (blocks: readonly number[]) => `${ms(median(blocks))}, ${ms(Math.max(...blocks))}`;
    say(`${name} | opened | longest block: ${longest(served)} | without the extension: ${longest(alone)}`);
    const start = performance.now();
    const editor = await window.showTextDocument(uri);
    await findings(uri, start);
    for (const { what, in: place, text } of TYPED) {
      const offset = middle(editor.document.getText(), place);
      const position = editor.document.positionAt(offset);
      const own = await type(editor, position, text, true);
      await set('serverStatus', 'enable', false);
      const alone = await type(editor, position, text, false);
      await set('serverStatus', 'enable', undefined);
      await findings(uri, performance.now());
      const blocks = `${ms(median(own.blocks))}, ${ms(Math.max(...own.blocks))}`;
      const times = `${ms(median(own.times))}, ${ms(Math.max(...own.times))}`;
      say(
        `${name} | ${what} | ${times} | ${ms(median(own.changes))} | ${blocks} | ${ms(median(alone.blocks))}, ${ms(Math.max(...alone.blocks))}`,
      );
    }
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}

/** Opens a file, waits for what follows, and closes it. Gives the longest block of the host meanwhile. */
async function open(uri: Uri, isServed: boolean): Promise<number> {
  await set('serverStatus', 'enable', isServed ? undefined : false);
  await sleep(1000);
  const watch = watchBlocks();
  // VS Code keeps a document open for minutes that an extension opens in another way.
  await commands.executeCommand('vscode.open', uri);
  if (isServed) await findings(uri, 0);
  await sleep(2000);
  const block = watch.stop();
  await set('serverStatus', 'enable', undefined);
  await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  // Until it is closed for extensions as well.
  await sleep(2000);
  return block;
}

/** Types a character and takes it back, several times. */
async function type(
  editor: TextEditor,
  position: Position,
  text: string,
  isServed: boolean,
): Promise<{ times: number[]; changes: number[]; blocks: number[] }> {
  const [times, changes, blocks]: [number[], number[], number[]] = [[], [], []];
  editor.selection = new Selection(position, position);
  editor.revealRange(editor.selection);
  const key = async (act: () => Thenable<unknown>) => {
    const watch: Blocks = watchBlocks();
    const start = performance.now();
    const { uri } = editor.document;
    const changed = new Promise<number>((resolve) => {
      const listener = workspace.onDidChangeTextDocument(({ document }) => {
        if (document !== editor.document) return;
        listener.dispose();
        resolve(performance.now());
      });
    });
    // Findings of the text before can still arrive until the change does.
    const found = changed.then((time) => (isServed ? findings(uri, time) : sleep(600).then(() => 0)));
    await act();
    changes.push((await changed) - start);
    times.push(await found);
    // Whatever follows the findings: hints, the light bulb, the outline.
    await sleep(800);
    blocks.push(watch.stop());
  };
  for (let i = 0; i < KEYS; i += 1) {
    await key(() => commands.executeCommand('type', { text }));
    await key(() => commands.executeCommand('deleteLeft'));
  }
  return { times, changes, blocks };
}

/** Waits for the next findings of a file, and gives the milliseconds since a start. */
function findings(uri: Uri, start: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`No findings in ${uri.path}`)), 60_000);
    const listener = languages.onDidChangeDiagnostics(({ uris }) => {
      if (!uris.some((other) => other.toString() === uri.toString())) return;
      if (!languages.getDiagnostics(uri).some(({ source }) => source === 'server-status')) return;
      clearTimeout(timer);
      listener.dispose();
      resolve(performance.now() - start);
    });
  });
}

/** Returns the end of the match in the middle of a text, or of its line if it ends with a line break. */
function middle(text: string, place: RegExp): number {
  place.lastIndex = text.length >> 1;
  const match = place.exec(text);
  if (match === null) throw new Error(`Nothing matches ${place}`);
  return match.index + match[0].length;
}

const set = (section: string, key: string, value: unknown) =>
  workspace.getConfiguration(section).update(key, value, true);
const sleep = (time: number) => new Promise<void>((resolve) => setTimeout(resolve, time));
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
const ms = (time: number) => `${Math.round(time)} ms`;

function say(text: string): void {
  console.log(`[tests] ${text}`);
}
