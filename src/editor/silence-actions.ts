import {
  CodeAction,
  CodeActionKind,
  commands,
  type ExtensionContext,
  type TextDocument,
  type Uri,
} from 'vscode';
import type { Edit, Finding, Fixture } from '../service';
import { mayBeSilenced, silenceFile, silenceLine } from '../service/comments/silence';
import { newConfigFor, setFor } from '../service/config';
import type { ConfigFiles } from './config-files';
import { editConfig, saveConfig } from './edit-config';
import { say } from './language';
import { changeOf } from './ranges';
import { rulePage } from './rule-pages';

/** Saves the config that an action has changed. Not for people: no palette shows it. */
const SAVE_CONFIG = '_serverStatus.saveConfig';

/** An action whose edit is made when it is taken: to find out whether a comment silences anything, the text is read again. */
export class LazyAction extends CodeAction {
  constructor(
    title: string,
    private readonly document: TextDocument,
    private readonly make: () => Edit | undefined,
  ) {
    super(title, CodeActionKind.QuickFix);
  }

  /** Makes the edit. */
  resolve(): this {
    const edit = this.make();
    if (edit !== undefined) this.edit = changeOf(this.document, [edit]);
    return this;
  }
}

/** What the silencing of a finding needs beside it. */
export interface Place {
  readonly document: TextDocument;
  readonly fixture: Fixture;
  readonly configs: ConfigFiles;
}

/** Registers what the actions call when they are taken. */
export function registerSilenceActions(context: ExtensionContext, configs: ConfigFiles): void {
  context.subscriptions.push(
    commands.registerCommand(SAVE_CONFIG, (uri: Uri, before: string | undefined) =>
      saveConfig(configs, uri, before),
    ),
  );
}

/** What can be done about a finding beside repairing it: read about its rule, or silence it. */
export async function silenceActions(place: Place, finding: Finding): Promise<CodeAction[]> {
  const { document, fixture } = place;
  const { rule } = finding;
  const page = new CodeAction(say('Show documentation for {rule}', { rule }), CodeActionKind.QuickFix);
  page.command = { command: 'markdown.showPreview', title: page.title, arguments: [rulePage(rule)] };
  // Where no comment can stand, as in strict JSON, the config has to say it.
  if (!mayBeSilenced(fixture, finding)) return [page, ...(await configActions(place, finding))];
  return [
    page,
    new LazyAction(say('Disable {rule} for this line', { rule }), document, () =>
      silenceLine(fixture, finding),
    ),
    new LazyAction(say('Disable {rule} for this file', { rule }), document, () =>
      silenceFile(fixture, finding),
    ),
  ];
}

async function configActions({ document, configs }: Place, { rule }: Finding): Promise<CodeAction[]> {
  const off = await editConfig(document.uri, configs, {
    create: (file) => newConfigFor({ file }, { off: rule }),
    change: (text, file) => setFor(text, { file }, { off: rule }),
  });
  if (off === undefined) return [];
  const { edit, uri, path, isDirty, before } = off;
  const action = new CodeAction(
    say('Turn off {rule} for {path} in .serverstatus.json', { rule, path }),
    CodeActionKind.QuickFix,
  );
  action.edit = edit;
  // A config counts as it is saved. What somebody is still typing there is theirs to save.
  if (!isDirty) action.command = { command: SAVE_CONFIG, title: action.title, arguments: [uri, before] };
  return [action];
}
