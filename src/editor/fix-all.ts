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
import type { ConfigFiles } from './config-files';
import { editorInFront } from './editor-in-front';
import type { FixtureCache } from './fixture-cache';
import { say } from './language';
import { optionsFor } from './options';
import { changeOf } from './ranges';
import { isServed, registerForServed } from './served-documents';
import { isEnabled } from './settings';

const COMMAND = 'serverStatus.fixAll';

/** The kind that people name in `editor.codeActionsOnSave`. */
const KIND = CodeActionKind.SourceFixAll.append('serverStatus');

/** `serverStatus.fixAll`, and the same as a source action, which can run on save. */
export function registerFixAll(
  context: ExtensionContext,
  fixtures: FixtureCache,
  configs: ConfigFiles,
): void {
  context.subscriptions.push(
    commands.registerCommand(COMMAND, (uri?: unknown) => run(uri, fixtures, configs)),
  );
  registerForServed(context, (selector) =>
    languages.registerCodeActionsProvider(
      selector,
      {
        async provideCodeActions(document, _range, { only }) {
          // Nobody wants it in the list of every light bulb.
          if (!only?.contains(KIND) || !isServed(document) || !isEnabled(document)) return [];
          const edit = await editFor(document, fixtures, configs);
          if (edit === undefined) return [];
          const action = new CodeAction(say('Fix all servers'), KIND);
          action.edit = edit;
          return [action];
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
async function editFor(
  document: TextDocument,
  fixtures: FixtureCache,
  configs: ConfigFiles,
): Promise<WorkspaceEdit | undefined> {
  const { options, ignored } = await optionsFor(document, configs);
  if (ignored) return undefined;
  const { edits } = fixAll(fixtures.get(document), options);
  if (edits.length === 0) return undefined;
  return changeOf(document, edits);
}

/** Fixes a document, the one in front unless another is named, and says so where nothing could be done. */
async function run(uri: unknown, fixtures: FixtureCache, configs: ConfigFiles): Promise<void> {
  const document = uri instanceof Uri ? await workspace.openTextDocument(uri) : editorInFront()?.document;
  if (document === undefined || !isServed(document) || !isEnabled(document)) {
    window.showInformationMessage(say('Server Status does not check this file.'));
    return;
  }
  const edit = await editFor(document, fixtures, configs);
  if (edit !== undefined) {
    await workspace.applyEdit(edit);
    return;
  }
  window.showInformationMessage(sayWhyNot(fixtures.get(document)));
}

function sayWhyNot({ text, languageId, skipped }: Fixture): string {
  if (skipped !== null) {
    return say('Server Status does not check this file: {reason}.', { reason: sayData(say, skipped) });
  }
  return isWhole(text, languageId)
    ? say('There is nothing in this file that can be fixed without asking.')
    : say('This file cannot be parsed to its end. Fix its servers one by one.');
}
