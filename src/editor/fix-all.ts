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

/** The kind that users name in `editor.codeActionsOnSave`. */
const KIND = CodeActionKind.SourceFixAll.append('serverStatus');

/** Registers `serverStatus.fixAll`, also as a source action that can run on save. */
export function registerFixAll(context: ExtensionContext, served: Served): void {
  context.subscriptions.push(commands.registerCommand(COMMAND, (uri?: unknown) => run(uri, served)));
  registerForServed(context, (selector) =>
    languages.registerCodeActionsProvider(
      selector,
      {
        provideCodeActions(document, _range, { only }, token) {
          // Not offered in every light bulb, but only if requested.
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

/** Returns the quick fix that fixes all servers of a file. Its edits are computed when it is applied. */
export function fixAllAction({ uri }: TextDocument): CodeAction {
  const title = say('Fix all servers in this file');
  const action = new CodeAction(title, CodeActionKind.QuickFix);
  action.command = { command: COMMAND, title, arguments: [uri] };
  return action;
}

/** Returns all fixes of a document as one edit, which is one step to undo; undefined if there are none. */
function editFor(document: TextDocument, { fixture, options }: ServedFixture): WorkspaceEdit | undefined {
  const { edits } = fixAll(fixture, options);
  return edits.length === 0 ? undefined : changeOf(document, edits);
}

/** Fixes a document, by default the one in front. Says so if nothing can be fixed. */
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
