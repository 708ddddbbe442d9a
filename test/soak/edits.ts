import { ConfigurationTarget, commands, Range, Selection, type TextEditor, window, workspace } from 'vscode';
import { hoversAt, writeText } from '../host/editor';
import type { MadeFile } from '../many-fixtures';
import { inRoot, remove } from './files';
import { patiently } from './patiently';

/** A number from 0 to before another one; the same ones in every run. */
export type Dice = (before: number) => number;

/** What a person does with a file, in a round of its own. */
export type Deed = (file: MadeFile, dice: Dice) => Promise<void>;

const CLOUDS = ['auto', 'openstack', 'huaweicloud', 'opentelekomcloud', 'rackspace'];
const KEYS = ['x', ' ', '"', '{', '}', ',', ':', '\n', 'ACTIVE', '[', '- '];

/** Opens a file as a click does. A document that an extension asks for stays open for minutes after its editor. */
async function open({ path }: MadeFile): Promise<TextEditor> {
  const uri = inRoot(path);
  await commands.executeCommand('vscode.open', uri);
  await patiently(`the editor of ${path}`, () => window.activeTextEditor?.document.uri.path === uri.path);
  return window.activeTextEditor as TextEditor;
}

/** Types here and there, asks what a reader asks, and undoes part of it. */
const type: Deed = async (file, dice) => {
  const editor = await open(file);
  const { document } = editor;
  for (let i = 0; i < 12; i += 1) {
    const position = document.positionAt(dice(document.getText().length));
    editor.selection = new Selection(position, position);
    await commands.executeCommand('type', { text: KEYS[dice(KEYS.length)] ?? 'x' });
  }
  await ask(editor, dice);
  for (let i = 0; i < 6; i += 1) await commands.executeCommand('undo');
  await ask(editor, dice);
  if (dice(2) === 0) await document.save();
};

/** Asks for everything that the extension offers at a place. */
async function ask({ document }: TextEditor, dice: Dice): Promise<void> {
  const { uri } = document;
  const offset = dice(document.getText().length);
  const all = new Range(document.positionAt(0), document.positionAt(document.getText().length));
  await hoversAt(document, offset);
  // An edit that comes in between cancels the question.
  for (const [provider, ...args] of [
    ['vscode.executeCompletionItemProvider', document.positionAt(offset)],
    ['vscode.executeCodeActionProvider', all],
    ['vscode.executeInlayHintProvider', all],
    ['vscode.executeDocumentSymbolProvider'],
    ['vscode.executeDocumentColorProvider'],
  ] as const)
    await commands.executeCommand(provider, uri, ...args).then(undefined, () => {});
}

/** Chooses another cloud, in the settings or in a config file. */
const switchCloud: Deed = async (file, dice) => {
  const { document } = await open(file);
  const cloud = CLOUDS[dice(CLOUDS.length)] ?? 'auto';
  const settings = workspace.getConfiguration('serverStatus');
  if (dice(2) === 0) await settings.update('cloud', cloud, ConfigurationTarget.Workspace);
  else await writeText(inRoot('.serverstatus.json'), JSON.stringify({ cloud }));
  await hoversAt(document, dice(document.getText().length));
};

/** Opens and closes the pages. */
const showPages: Deed = async (file, dice) => {
  await open(file);
  await commands.executeCommand('serverStatus.showStateMap');
  await open(file);
  if (dice(2) === 0) await commands.executeCommand('serverStatus.explainFile');
};

/** Fixes the file. */
const fix: Deed = async (file) => {
  await open(file);
  await commands.executeCommand('serverStatus.fixAll');
};

/** Gives an open file another name, and deletes it under that. */
const rename: Deed = async (file) => {
  await open(file);
  const renamed = file.path.replace('file-', 'renamed-');
  await workspace.fs.rename(inRoot(file.path), inRoot(renamed), { overwrite: true });
  await open({ ...file, path: renamed });
  await remove(renamed);
};

/** Deletes a file that is open, as another program would. */
const deleteOpen: Deed = async (file) => {
  await open(file);
  await remove(file.path);
};

/** Checks everything, changes a file that is not open, deletes another one, and clears what was found. */
const checkWorkspace: Deed = async (file, dice) => {
  await commands.executeCommand('serverStatus.checkWorkspace');
  await writeText(inRoot(file.path), file.text.replaceAll('ACTIVE', 'ERROR'));
  await type(file, dice);
  await remove(file.path);
  await commands.executeCommand('serverStatus.clearWorkspaceFindings');
};

/** Opens many files one after the other. */
const lookThrough =
  (files: readonly MadeFile[]): Deed =>
  async (_, dice) => {
    for (let i = 0; i < 10; i += 1) await open(files[dice(files.length)] as MadeFile);
  };

/** The deeds in turn; most of the time people type. */
export const deeds = (files: readonly MadeFile[]): readonly Deed[] => [
  type,
  lookThrough(files),
  switchCloud,
  type,
  rename,
  type,
  showPages,
  type,
  deleteOpen,
  fix,
  type,
  checkWorkspace,
];
