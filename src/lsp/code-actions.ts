import type { ClientCapabilities, CodeActionParams, Connection } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import { canFixAll, type Edit, type Finding, fixAll, fixesOf } from '../service';
import { mayBeSilenced, silenceFile, silenceLine } from '../service/comments/silence';
import { readConfig } from '../service/config';
import { type ConfigFiles, isConfigFile } from './config-files';
import type { Documents, Served } from './documents';
import { editOf, rangeOf, spanOf } from './ranges';
import { turnOff } from './turn-off';

/** The kind that users name for what happens when they save. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.serverStatus`;

/** How many findings get silencing actions: a long list is confusing. */
const MAX_SILENCED = 3;

/** Offers actions for the findings in a range: first the fixes, then the ways to silence them. */
export function serveCodeActions(
  connection: Connection,
  client: ClientCapabilities,
  documents: Documents,
  configs: ConfigFiles,
): void {
  const canResolve = client.textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true;
  const fixingAll = (served: Served, title: string, kind: string): CodeAction => {
    const action = { title, kind, data: served.document.uri };
    return canResolve ? action : { ...action, edit: fixAllIn(served) };
  };

  connection.onCodeAction(async ({ textDocument: { uri }, range, context }: CodeActionParams) => {
    const { only, diagnostics } = context;
    if (isConfigFile(uri)) return wants(only, CodeActionKind.QuickFix) ? configFixes(uri, range) : [];
    return documents.use(uri, async (served) => {
      const { say } = served.options;
      const actions: CodeAction[] = [];
      if (wants(only, CodeActionKind.QuickFix)) {
        const all = served.findings();
        const wanted = spanOf(served.document, range);
        const here = all.filter(({ span }) => span.start <= wanted.end && wanted.start <= span.end);
        actions.push(...here.flatMap((finding) => fixActions(served, finding, diagnostics)));
        if (here.length > 0 && canFixAll(say, served.fixture, all))
          actions.push(fixingAll(served, say('Fix all servers in this file'), CodeActionKind.QuickFix));
        const silences = here.slice(0, MAX_SILENCED).map((finding) => silence(served, finding, diagnostics));
        actions.push(...withoutTwins((await Promise.all(silences)).flat()));
      }
      // Not offered in every menu, but only if requested.
      if (
        only !== undefined &&
        wants(only, FIX_ALL) &&
        fixAll(served.fixture, served.options).edits.length > 0
      )
        actions.push(fixingAll(served, say('Fix all servers'), FIX_ALL));
      return actions;
    });
  });

  connection.onCodeActionResolve(async (action) => {
    const edit = await documents.use(String(action.data), fixAllIn);
    return edit === null ? action : { ...action, edit };
  });

  async function silence(served: Served, finding: Finding, diagnostics: Diagnostic[]): Promise<CodeAction[]> {
    const { document, fixture } = served;
    // In a file without comments, such as strict JSON, only the config can silence it.
    const actions = mayBeSilenced(fixture, finding)
      ? silenceActions(served, finding)
      : await turnOff(client, documents, configs, served, finding);
    const about = diagnosticsOf(document, finding, diagnostics);
    return actions.map((action) => ({ ...action, diagnostics: about }));
  }

  /** Offers the nearest known words for an unknown word in a config file. */
  function configFixes(uri: string, range: Range): CodeAction[] {
    const document = documents.get(uri);
    if (document === undefined) return [];
    const wanted = spanOf(document, range);
    return readConfig(document.getText(), configs.language)
      .problems.filter(({ span }) => span.start <= wanted.end && wanted.start <= span.end)
      .flatMap(({ span, nearest = [] }) =>
        nearest.map((word, i) => ({
          title: configs.language.say('Change to {word}', { word }),
          kind: CodeActionKind.QuickFix,
          edit: {
            changes: { [uri]: [{ range: rangeOf(document, span), newText: JSON.stringify(word) }] },
          },
          isPreferred: i === 0,
        })),
      );
  }
}

/** Tells whether a client that asks for some kinds of actions wants one: of that kind, or of one above it. */
function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only?.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`)) ?? true;
}

function fixActions(
  { document, fixture, options }: Served,
  finding: Finding,
  diagnostics: Diagnostic[],
): CodeAction[] {
  return fixesOf(options.say, fixture, finding).map(({ title, preferred, edits }) => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: diagnosticsOf(document, finding, diagnostics),
    isPreferred: preferred,
    edit: changeOf(document, edits),
  }));
}

function silenceActions({ document, fixture, options }: Served, finding: Finding): CodeAction[] {
  const { rule } = finding;
  const { say } = options;
  return [
    [say('Disable {rule} for this line', { rule }), silenceLine(fixture, finding)] as const,
    [say('Disable {rule} for this file', { rule }), silenceFile(fixture, finding)] as const,
  ].flatMap(([title, edit]) =>
    edit === undefined ? [] : [{ title, kind: CodeActionKind.QuickFix, edit: changeOf(document, [edit]) }],
  );
}

function fixAllIn({ document, fixture, options }: Served): WorkspaceEdit {
  return changeOf(document, fixAll(fixture, options).edits);
}

function changeOf(document: TextDocument, edits: readonly Edit[]): WorkspaceEdit {
  return { changes: { [document.uri]: edits.map((edit) => editOf(document, edit)) } };
}

/** Returns the diagnostics that show a finding, so a client lists its actions under them. */
function diagnosticsOf(
  document: TextDocument,
  { rule, span }: Finding,
  diagnostics: readonly Diagnostic[],
): Diagnostic[] {
  const place = JSON.stringify(rangeOf(document, span));
  return diagnostics.filter(
    ({ code, range: { start, end } }) => code === rule && JSON.stringify({ start, end }) === place,
  );
}

/** Removes duplicate actions: two findings of a rule share the file, and can share a line. */
function withoutTwins(actions: readonly CodeAction[]): CodeAction[] {
  return [
    ...new Map(actions.map((action) => [JSON.stringify([action.title, action.edit]), action])).values(),
  ];
}
