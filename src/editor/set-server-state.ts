import {
  CodeAction,
  CodeActionKind,
  commands,
  type ExtensionContext,
  languages,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { ServerState } from '../mapping';
import { cloudAt, serverAt, setState } from '../service';
import { ask } from './ask';
import type { ConfigFiles } from './config-files';
import { editorInFront } from './editor-in-front';
import type { FixtureCache } from './fixture-cache';
import { say } from './language';
import { optionsFor } from './options';
import { changeOf } from './ranges';
import { isServed, registerForServed } from './served-documents';
import { isEnabled } from './settings';
import { pickState } from './state-picker';

const KIND = CodeActionKind.RefactorRewrite.append('serverStatus');

/** Where a server stands, and the state to set it to where that is known already. */
interface Target {
  readonly uri: string;
  readonly offset: number;
  readonly state?: ServerState;
}

/** `serverStatus.setServerState`: all fields of the server at the cursor made to say one state. */
export function registerSetServerState(
  context: ExtensionContext,
  fixtures: FixtureCache,
  configs: ConfigFiles,
): void {
  context.subscriptions.push(
    commands.registerCommand('serverStatus.setServerState', (target?: Target) =>
      setServerState(fixtures, configs, target ?? atCursor()),
    ),
  );
  registerForServed(context, (selector) =>
    languages.registerCodeActionsProvider(
      selector,
      {
        provideCodeActions(document, range) {
          const offset = document.offsetAt(range.start);
          if (!isServed(document) || !isEnabled(document)) return [];
          if (serverAt(fixtures.get(document), offset) === undefined) return [];
          const action = new CodeAction(say('Set server state…'), KIND);
          const target: Target = { uri: document.uri.toString(), offset };
          action.command = {
            command: 'serverStatus.setServerState',
            title: action.title,
            arguments: [target],
          };
          return [action];
        },
      },
      { providedCodeActionKinds: [KIND] },
    ),
  );
}

function atCursor(): Target | undefined {
  const editor = editorInFront();
  if (editor === undefined) return undefined;
  return { uri: editor.document.uri.toString(), offset: editor.document.offsetAt(editor.selection.active) };
}

async function setServerState(
  fixtures: FixtureCache,
  configs: ConfigFiles,
  target: Target | undefined,
): Promise<void> {
  const document = target && (await workspace.openTextDocument(Uri.parse(target.uri)));
  const object = document && serverAt(fixtures.get(document), target.offset);
  if (target === undefined || document === undefined || object === undefined) {
    await window.showInformationMessage(say('There is no server at the cursor.'));
    return;
  }
  const { options } = await optionsFor(document, configs);
  const cloud = cloudAt(fixtures.get(document), target.offset, options);
  const state = target.state ?? (await pickState(say('Set Server State'), cloud, object.fields.status?.text));
  // While the person chose, the text may have changed.
  const fixture = fixtures.get(document);
  const server = state && serverAt(fixture, target.offset);
  if (server === undefined || state === undefined) return;
  const change = setState(fixture, server, cloud, state);
  if (change === undefined) {
    await window.showInformationMessage(
      say('This server cannot be changed here: it stands in Base64, or comes through an alias.'),
    );
    return;
  }
  if (change.shared && !(await agreesToShare())) return;
  await workspace.applyEdit(changeOf(document, change.edits));
}

/** Asks whether a value behind an anchor may change for all who take it over. */
async function agreesToShare(): Promise<boolean> {
  const change = say('Change it for all');
  const answer = await ask([{ label: change }, { label: say('Cancel') }], {
    title: say('A value stands behind an anchor'),
    placeHolder: say('Other servers take it over and change with it'),
  });
  return answer?.label === change;
}
