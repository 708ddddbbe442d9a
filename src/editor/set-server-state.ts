import {
  CodeAction,
  CodeActionKind,
  commands,
  type ExtensionContext,
  languages,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { ServerState } from '../mapping';
import { cloudAt, serverAt, setState } from '../service';
import { ask } from './ask';
import { editorInFront } from './editor-in-front';
import { say } from './language';
import { changeOf } from './ranges';
import type { Served } from './served';
import { registerForServed } from './served-documents';
import { pickState } from './state-picker';

const KIND = CodeActionKind.RefactorRewrite.append('serverStatus');

/** The position of a server, and the new state if it is already chosen. */
interface Target {
  readonly uri: string;
  readonly offset: number;
  readonly state?: ServerState;
}

/** Registers `serverStatus.setServerState`: sets all fields of the server at the cursor to match a state. */
export function registerSetServerState(context: ExtensionContext, served: Served): void {
  context.subscriptions.push(
    commands.registerCommand('serverStatus.setServerState', (target?: Target) =>
      setServerState(served, target ?? atCursor()),
    ),
  );
  registerForServed(context, (selector) =>
    languages.registerCodeActionsProvider(
      selector,
      {
        provideCodeActions: (document, range, _context, token) =>
          served.use(document, token, ({ fixture }) => {
            const offset = document.offsetAt(range.start);
            return serverAt(fixture, offset) === undefined ? [] : [actionAt(document, offset)];
          }),
      },
      { providedCodeActionKinds: [KIND] },
    ),
  );
}

function actionAt({ uri }: TextDocument, offset: number): CodeAction {
  const action = new CodeAction(say('Set server state…'), KIND);
  const target: Target = { uri: uri.toString(), offset };
  action.command = { command: 'serverStatus.setServerState', title: action.title, arguments: [target] };
  return action;
}

function atCursor(): Target | undefined {
  const editor = editorInFront();
  if (editor === undefined) return undefined;
  return { uri: editor.document.uri.toString(), offset: editor.document.offsetAt(editor.selection.active) };
}

/** Finds the server in the current text; undefined if it no longer exists. */
async function serverFor(served: Served, { uri, offset }: Target) {
  const document = await workspace.openTextDocument(Uri.parse(uri));
  const open = await served.open(document);
  const server = open && serverAt(open.fixture, offset);
  return server && { ...open, document, server };
}

async function setServerState(served: Served, target: Target | undefined): Promise<void> {
  const found = target && (await serverFor(served, target));
  if (target === undefined || found === undefined) {
    await window.showInformationMessage(say('There is no server at the cursor.'));
    return;
  }
  const cloud = cloudAt(found.fixture, target.offset, found.options);
  const now = found.server.fields.status?.text;
  const state = target.state ?? (await pickState(say('Set Server State'), cloud, now));
  // The text may have changed while the user was choosing.
  const { document, fixture, server } = (state && (await serverFor(served, target))) ?? {};
  if (document === undefined || fixture === undefined || server === undefined || state === undefined) return;
  const change = setState(fixture, server, cloud, state);
  if (change === undefined) {
    await window.showInformationMessage(
      say('This server cannot be changed here: it is in Base64 or comes from an alias.'),
    );
    return;
  }
  if (change.shared && !(await agreesToShare())) return;
  await workspace.applyEdit(changeOf(document, change.edits));
}

/** Asks whether to change a value with an anchor, which changes all its aliases. */
async function agreesToShare(): Promise<boolean> {
  const change = say('Change it for all');
  const answer = await ask([{ label: change }, { label: say('Cancel') }], {
    title: say('The value has a YAML anchor'),
    placeHolder: say('Other servers reference it and change with it'),
  });
  return answer?.label === change;
}
