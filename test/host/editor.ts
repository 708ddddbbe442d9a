import {
  type CodeAction,
  type CodeActionKind,
  type CompletionList,
  commands,
  type Diagnostic,
  extensions,
  type Hover,
  languages,
  type Range,
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

/** The folder that the tests run in. */
export function workspaceRoot(): Uri {
  const root = workspace.workspaceFolders?.[0]?.uri;
  if (root === undefined) throw new Error('The tests run in a workspace folder');
  return root;
}

/** A new folder: in the workspace, where the editor watches files, or in another one. */
export async function newFolder(parent = workspaceRoot()): Promise<Uri> {
  const folder = Uri.joinPath(parent, `test-${crypto.randomUUID().slice(0, 8)}`);
  await workspace.fs.createDirectory(folder);
  return folder;
}

/** The folder beside the workspace's: the run removes both. */
export function outsideWorkspace(): Uri {
  return Uri.joinPath(workspaceRoot(), '..', 'outside');
}

/** Writes a file past any editor that has it open. */
export async function writeText(uri: Uri, text: string): Promise<void> {
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

/** A file's text as it stands on the disk. */
export async function readText(uri: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(uri));
}

/** Writes a real file with this text, in a folder of its own. */
export async function writeFixture(name: string, text: string, parent?: Uri): Promise<Uri> {
  const uri = Uri.joinPath(await newFolder(parent), name);
  await writeText(uri, text);
  return uri;
}

/** Opens a real file with this text; the name's ending decides on the language. */
export async function openFile(name: string, text: string, parent?: Uri): Promise<TextEditor> {
  return window.showTextDocument(await writeFixture(name, text, parent));
}

/** Opens a file and puts the cursor where the mark is. */
export async function openAtCursor(name: string, marked: string, parent?: Uri): Promise<TextEditor> {
  const { text, offset } = withCursor(marked);
  const editor = await openFile(name, text, parent);
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

/** The code actions of all extensions, of one kind or of any, once two answers in a row are the same. */
export function codeActionsAt(
  { uri }: TextDocument,
  range: Range | undefined,
  kind?: CodeActionKind,
): Promise<CodeAction[]> {
  let before: string | undefined;
  return until('the code actions', async () => {
    try {
      const actions = await commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        uri,
        range,
        kind?.value,
        // Resolved, as they are when somebody takes one.
        100,
      );
      const now = actions.map(({ title }) => title).join('\n');
      const same = now === before;
      before = now;
      return same ? actions : undefined;
    } catch (error) {
      // An extension that starts meanwhile and registers a provider cancels the question, or empties the answer.
      if (error instanceof Error && error.name === 'Canceled') return undefined;
      throw error;
    }
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
