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

/** Saves the config that an action has changed. Internal: the palette does not list it. */
const SAVE_CONFIG = '_serverStatus.saveConfig';

/**
 * An action whose edit is computed when it is applied: to find out whether a comment silences the finding, the text is
 * parsed again.
 */
export class LazyAction extends CodeAction {
  constructor(
    title: string,
    private readonly document: TextDocument,
    private readonly make: () => Edit | undefined,
    /** The line it is about, from 0; undefined for the whole file. */
    readonly line?: number,
  ) {
    super(title, CodeActionKind.QuickFix);
  }

  /** Computes the edit. */
  resolve(): this {
    const edit = this.make();
    if (edit !== undefined) this.edit = changeOf(this.document, [edit]);
    return this;
  }
}

/** The context for silencing a finding. */
export interface Place {
  readonly document: TextDocument;
  readonly fixture: Fixture;
  readonly configs: ConfigFiles;
}

/** Registers the command that the actions run. */
export function registerSilenceActions(context: ExtensionContext, configs: ConfigFiles): void {
  context.subscriptions.push(
    commands.registerCommand(SAVE_CONFIG, (uri: Uri, before: string | undefined) =>
      saveConfig(configs, uri, before),
    ),
  );
}

/** Returns the actions that do not fix a finding: read about its rule, or silence it. */
export async function silenceActions(place: Place, finding: Finding): Promise<CodeAction[]> {
  const { document, fixture } = place;
  const { rule } = finding;
  const page = new CodeAction(say('Show documentation for {rule}', { rule }), CodeActionKind.QuickFix);
  page.command = { command: 'markdown.showPreview', title: page.title, arguments: [rulePage(rule)] };
  // In a file without comments, such as strict JSON, only the config can silence it.
  if (!mayBeSilenced(fixture, finding)) return [page, ...(await configActions(place, finding))];
  return [
    page,
    new LazyAction(
      say('Disable {rule} for this line', { rule }),
      document,
      () => silenceLine(fixture, finding),
      document.positionAt(finding.span.start).line,
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
  // Only a saved config applies. If the user has unsaved changes there, saving is left to them.
  if (!isDirty) action.command = { command: SAVE_CONFIG, title: action.title, arguments: [uri, before] };
  return [action];
}
