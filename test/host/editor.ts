import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type CompletionList,
  commands,
  type Diagnostic,
  extensions,
  type Hover,
  languages,
  Selection,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';

/** How long the editor may take for anything, in milliseconds. */
const DEADLINE = 15_000;

/** The text with its cursor mark `|` taken out, and where the mark stood. */
export function withCursor(marked: string): { text: string; offset: number } {
  const offset = marked.indexOf('|');
  if (offset < 0) throw new Error(`No cursor mark in ${marked}`);
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

/** Writes a real file with this text, in a folder of its own. */
export async function writeFixture(name: string, text: string): Promise<Uri> {
  const path = join(await mkdtemp(join(tmpdir(), 'server-status-')), name);
  await writeFile(path, text);
  return Uri.file(path);
}

/** Opens a real file with this text; the name's ending decides on the language. */
export async function openFile(name: string, text: string): Promise<TextEditor> {
  const document = await workspace.openTextDocument(await writeFixture(name, text));
  return window.showTextDocument(document);
}

/** Opens a file and puts the cursor where the mark is. */
export async function openAtCursor(name: string, marked: string): Promise<TextEditor> {
  const { text, offset } = withCursor(marked);
  const editor = await openFile(name, text);
  const position = editor.document.positionAt(offset);
  editor.selection = new Selection(position, position);
  return editor;
}

/** Asks again and again until there is an answer, or the deadline has passed. */
export async function until<T>(what: string, ask: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const end = Date.now() + DEADLINE;
  while (Date.now() < end) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`Waited in vain for ${what}`);
}

/** Our diagnostics of a document, once there are as many as expected. */
export function diagnosticsOf(document: TextDocument, expected: number): Promise<Diagnostic[]> {
  return until(`${expected} diagnostics`, () => {
    const ours = languages.getDiagnostics(document.uri).filter(({ source }) => source === 'server-status');
    return ours.length === expected ? ours : undefined;
  });
}

/** The texts of the hovers at an offset. */
export async function hoversAt(document: TextDocument, offset: number): Promise<string[]> {
  const hovers = await commands.executeCommand<Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    document.positionAt(offset),
  );
  return hovers.flatMap(({ contents }) =>
    contents.map((content) => (typeof content === 'string' ? content : content.value)),
  );
}

/** The labels that are offered at an offset, by all extensions, in the editor's order. */
export async function completionsAt(document: TextDocument, offset: number): Promise<CompletionList> {
  return commands.executeCommand<CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    document.positionAt(offset),
  );
}

/** Opens the suggestions at the cursor, takes the first one, and gives the text that comes of it. */
export async function acceptFirst(editor: TextEditor): Promise<string> {
  const before = editor.document.getText();
  await commands.executeCommand('editor.action.triggerSuggest');
  return until('a suggestion to be taken', async () => {
    await commands.executeCommand('acceptSelectedSuggestion');
    const after = editor.document.getText();
    return after === before ? undefined : after;
  });
}

/** The extension, started. */
export async function startExtension() {
  const extension = extensions.getExtension('server-status.server-status');
  if (!extension) throw new Error('The extension is not installed');
  return extension.activate();
}
