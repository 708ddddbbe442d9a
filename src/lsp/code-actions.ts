import type { ClientCapabilities, CodeActionParams, Connection } from 'vscode-languageserver';
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
import { changeOf } from './changes';
import { type ConfigFiles, isConfigFile } from './config-files';
import type { Documents, Served } from './documents';
import { rangeOf, spanOf } from './ranges';
import { turnOff } from './turn-off';

/** The kind that users name for what happens when they save. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.serverStatus`;

/** How many findings get fixes, and silencing actions: a long list is confusing. */
const MAX_FIXED = 100;
const MAX_SILENCED = 3;

/** What an action does whose edit is made when it is chosen. */
interface Chosen {
  readonly uri: string;
  readonly does: 'fix all' | 'silence line' | 'silence file';
  /** The finding to silence, by its rule and place. */
  readonly rule?: string;
  readonly at?: number;
}

/** Offers actions for the findings in a range: first the fixes, then the ways to silence them. */
export function serveCodeActions(
  connection: Connection,
  client: ClientCapabilities,
  documents: Documents,
  configs: ConfigFiles,
): void {
  const canResolve = client.textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true;

  connection.onCodeAction(async ({ textDocument: { uri }, range, context }: CodeActionParams) => {
    // Some clients send null, or leave out what they have to send.
    const only = context?.only ?? undefined;
    const shown = diagnosticsByPlace(context?.diagnostics ?? []);
    if (isConfigFile(uri)) return wants(only, CodeActionKind.QuickFix) ? configFixes(uri, range, shown) : [];
    return documents.use(uri, async (served) => {
      const fixes = wants(only, CodeActionKind.QuickFix) ? await quickFixes(served, range, shown) : [];
      // Not offered in every menu, but only if requested.
      if (only === undefined || !wants(only, FIX_ALL)) return fixes;
      const edit = editFor(served, { uri, does: 'fix all' });
      return edit ? [...fixes, { title: served.options.say('Fix all servers'), kind: FIX_ALL, edit }] : fixes;
    });
  });

  connection.onCodeActionResolve(async (action) => {
    const chosen: Partial<Chosen> = action.data ?? {};
    const { uri, does } = chosen;
    if (uri === undefined || does === undefined) return action;
    const edit = await documents.use(uri, (served) => editFor(served, { ...chosen, uri, does }) ?? null);
    return edit ? { ...action, edit } : action;
  });

  async function quickFixes(served: Served, range: Range, shown: Shown): Promise<CodeAction[]> {
    const { document, fixture, options } = served;
    const all = served.findings();
    const here = all.filter(isIn(spanOf(document, range)));
    const fixes = here.slice(0, MAX_FIXED).flatMap((finding) => fixActions(served, finding, shown));
    const title = options.say('Fix all servers in this file');
    const forAll =
      here.length > 0 && canFixAll(options.say, fixture, all) ? onDemand(served, title, 'fix all') : [];
    const silences = here.slice(0, MAX_SILENCED).map((finding) => silenceActions(served, finding, shown));
    return [...fixes, ...forAll, ...withoutTwins((await Promise.all(silences)).flat())];
  }

  /** Returns an action whose edit takes time: it is made when the action is chosen, if the client waits for it. */
  function onDemand(served: Served, title: string, does: Chosen['does'], finding?: Finding): CodeAction[] {
    const place = finding && { rule: finding.rule, at: finding.span.start };
    const chosen: Chosen = { uri: served.document.uri, does, ...place };
    const action = { title, kind: CodeActionKind.QuickFix, data: chosen };
    if (canResolve) return [action];
    const edit = editFor(served, chosen);
    return edit ? [{ ...action, edit }] : [];
  }

  /** Makes the edit of an action; undefined if the text has changed, or nothing is left to do. */
  function editFor(served: Served, { does, rule, at }: Chosen): WorkspaceEdit | undefined {
    const { document, fixture, options } = served;
    const edits = does === 'fix all' ? fixAll(fixture, options).edits : silencing();
    return edits.length === 0 ? undefined : changeOf(client, document, edits);

    function silencing(): Edit[] {
      const finding = served.findings().find(({ rule: other, span }) => other === rule && span.start === at);
      const edit = finding && (does === 'silence line' ? silenceLine : silenceFile)(fixture, finding);
      return edit ? [edit] : [];
    }
  }

  function fixActions({ document, fixture, options }: Served, finding: Finding, shown: Shown): CodeAction[] {
    return fixesOf(options.say, fixture, finding).map(({ title, preferred, edits }) => ({
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: shown(finding.rule, rangeOf(document, finding.span)),
      isPreferred: preferred,
      edit: changeOf(client, document, edits),
    }));
  }

  async function silenceActions(served: Served, finding: Finding, shown: Shown): Promise<CodeAction[]> {
    const { document, fixture, options } = served;
    const { rule, span } = finding;
    // In a file without comments, such as strict JSON, only the config can silence it.
    const actions = mayBeSilenced(fixture, finding)
      ? [
          ...onDemand(served, options.say('Disable {rule} for this line', { rule }), 'silence line', finding),
          ...onDemand(served, options.say('Disable {rule} for this file', { rule }), 'silence file', finding),
        ]
      : await turnOff(client, documents, configs, served, finding);
    const diagnostics = shown(rule, rangeOf(document, span));
    return actions.map((action) => ({ ...action, diagnostics }));
  }

  /** Offers the nearest known words for an unknown word in a config file. */
  function configFixes(uri: string, range: Range, shown: Shown): CodeAction[] {
    const document = documents.get(uri);
    if (document === undefined) return [];
    return readConfig(document.getText(), configs.language)
      .problems.filter(isIn(spanOf(document, range)))
      .flatMap(({ span: { start, end }, nearest = [] }) =>
        nearest.map((word, i) => ({
          title: configs.language.say('Change to {word}', { word }),
          kind: CodeActionKind.QuickFix,
          diagnostics: shown(undefined, rangeOf(document, { start, end })),
          edit: changeOf(client, document, [
            { offset: start, length: end - start, text: JSON.stringify(word) },
          ]),
          isPreferred: i === 0,
        })),
      );
  }
}

/** Tells whether a client that asks for some kinds of actions wants one: of that kind, or of one above it. */
function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only?.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`)) ?? true;
}

/** Returns a function that tells whether something touches a span. */
function isIn(wanted: Finding['span']) {
  return ({ span }: Pick<Finding, 'span'>) => span.start <= wanted.end && wanted.start <= span.end;
}

/** Returns the diagnostics that show a finding, so a client lists its actions under them. */
type Shown = (rule: string | undefined, range: Range) => Diagnostic[];

function diagnosticsByPlace(diagnostics: readonly Diagnostic[]): Shown {
  const keyOf = (code: unknown, { start, end }: Range) =>
    [code ?? '', start.line, start.character, end.line, end.character].join();
  const byPlace = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const key = keyOf(diagnostic.code, diagnostic.range);
    byPlace.set(key, [...(byPlace.get(key) ?? []), diagnostic]);
  }
  return (rule, range) => byPlace.get(keyOf(rule, range)) ?? [];
}

/** Removes duplicate actions: two findings of a rule share the file, and can share a line. */
function withoutTwins(actions: readonly CodeAction[]): CodeAction[] {
  const keyOf = ({ title, edit, data }: CodeAction) => {
    const isForFile = (data as Chosen | undefined)?.does === 'silence file';
    return JSON.stringify([title, edit, isForFile ? undefined : data]);
  };
  return [...new Map(actions.map((action) => [keyOf(action), action])).values()];
}
