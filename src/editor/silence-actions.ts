import {
  CodeAction,
  CodeActionKind,
  commands,
  type ExtensionContext,
  type TextDocument,
  type Uri,
  workspace,
} from 'vscode';
import type { Edit, Finding, Fixture } from '../service';
import { silenceFile, silenceLine } from '../service/comments/silence';
import { newConfig, turnOff } from '../service/config';
import type { ConfigFiles } from './config-files';
import { editConfig } from './edit-config';
import { say } from './language';
import { changeOf } from './ranges';
import { rulePage } from './rule-pages';

/** Saves the config that an action has changed. Not for people: no palette shows it. */
export const SAVE_CONFIG = '_serverStatus.saveConfig';

/** What the silencing of a finding needs beside it. */
export interface Place {
  readonly context: ExtensionContext;
  readonly document: TextDocument;
  readonly fixture: Fixture;
  readonly configs: ConfigFiles;
}

/** Registers what the actions call when they are taken. */
export function registerSilenceActions(context: ExtensionContext, configs: ConfigFiles): void {
  context.subscriptions.push(
    commands.registerCommand(SAVE_CONFIG, async (uri: Uri) => {
      await (await workspace.openTextDocument(uri)).save();
      configs.forget();
    }),
  );
}

/** What can be done about a finding beside repairing it: read about its rule, or silence it. */
export async function silenceActions(place: Place, finding: Finding): Promise<CodeAction[]> {
  const { context, document, fixture } = place;
  const { rule } = finding;
  const page = new CodeAction(say('Open the page of {rule}', { rule }), CodeActionKind.QuickFix);
  page.command = { command: 'markdown.showPreview', title: page.title, arguments: [rulePage(context, rule)] };
  const byComment = [
    ...commentAction(document, say('Disable {rule} for this line', { rule }), silenceLine(fixture, finding)),
    ...commentAction(document, say('Disable {rule} for this file', { rule }), silenceFile(fixture, finding)),
  ];
  // Where no comment can stand, as in strict JSON, the config has to say it.
  return [page, ...(byComment.length > 0 ? byComment : await configActions(place, finding))];
}

function commentAction(document: TextDocument, title: string, edit: Edit | undefined): CodeAction[] {
  if (edit === undefined) return [];
  const action = new CodeAction(title, CodeActionKind.QuickFix);
  action.edit = changeOf(document, [edit]);
  return [action];
}

async function configActions({ document, configs }: Place, { rule }: Finding): Promise<CodeAction[]> {
  const off = await editConfig(document, configs, {
    create: (path) => newConfig(path, rule),
    change: (text, path) => turnOff(text, path, rule),
  });
  if (off === undefined) return [];
  const { edit, uri, path, isDirty } = off;
  const action = new CodeAction(
    say('Turn off {rule} for {path} in .serverstatus.json', { rule, path }),
    CodeActionKind.QuickFix,
  );
  action.edit = edit;
  // A config counts as it is saved. What somebody is still typing there is theirs to save.
  if (!isDirty) action.command = { command: SAVE_CONFIG, title: action.title, arguments: [uri] };
  return [action];
}
