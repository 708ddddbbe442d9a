import {
  CodeAction,
  CodeActionKind,
  commands,
  type ExtensionContext,
  languages,
  type TextDocument,
  Uri,
  type WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { type Fixture, fixAll, isWhole } from '../service';
import { sayData } from '../words';
import { editorInFront } from './editor-in-front';
import { say } from './language';
import { changeOf } from './ranges';
import { type Served, type ServedFixture, sayRefusal } from './served';
import { registerForServed } from './served-documents';

const COMMAND = 'serverStatus.fixAll';

/** The kind that people name in `editor.codeActionsOnSave`. */
const KIND = CodeActionKind.SourceFixAll.append('serverStatus');

/** `serverStatus.fixAll`, and the same as a source action, which can run on save. */
export function registerFixAll(context: ExtensionContext, served: Served): void {
  context.subscriptions.push(commands.registerCommand(COMMAND, (uri?: unknown) => run(uri, served)));
  registerForServed(context, (selector) =>
    languages.registerCodeActionsProvider(
      selector,
      {
        provideCodeActions(document, _range, { only }, token) {
          // Nobody wants it in the list of every light bulb.
          if (!only?.contains(KIND)) return [];
          return served.use(document, token, (open) => {
            const edit = editFor(document, open);
            if (edit === undefined) return [];
            const action = new CodeAction(say('Fix all servers'), KIND);
            action.edit = edit;
            return [action];
          });
        },
      },
      { providedCodeActionKinds: [KIND] },
    ),
  );
}

/** The quick fix that fixes all servers of a file; its edits are looked for when it is taken. */
export function fixAllAction({ uri }: TextDocument): CodeAction {
  const title = say('Fix all servers in this file');
  const action = new CodeAction(title, CodeActionKind.QuickFix);
  action.command = { command: COMMAND, title, arguments: [uri] };
  return action;
}

/** All fixes of a document as one edit, and so as one step to undo; undefined where there is nothing to do. */
function editFor(document: TextDocument, { fixture, options }: ServedFixture): WorkspaceEdit | undefined {
  const { edits } = fixAll(fixture, options);
  return edits.length === 0 ? undefined : changeOf(document, edits);
}

/** Fixes a document, the one in front unless another is named, and says so where nothing could be done. */
async function run(uri: unknown, served: Served): Promise<void> {
  const document = uri instanceof Uri ? await workspace.openTextDocument(uri) : editorInFront()?.document;
  const look = document && (await served.look(document));
  if (document === undefined || look === undefined || look.refusal !== undefined) {
    window.showInformationMessage(sayRefusal(look));
    return;
  }
  const edit = editFor(document, look);
  if (edit !== undefined) await workspace.applyEdit(edit);
  else window.showInformationMessage(sayWhyNot(look.fixture));
}

function sayWhyNot({ text, languageId, skipped }: Fixture): string {
  if (skipped !== null) {
    return say('Server Status does not check this file: {reason}.', { reason: sayData(say, skipped) });
  }
  return isWhole(text, languageId)
    ? say('Nothing in this file can be fixed without asking you.')
    : say('This file cannot be parsed completely. Fix its servers one by one.');
}
