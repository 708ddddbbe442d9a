import {
  CodeAction,
  CodeActionKind,
  type Diagnostic,
  type ExtensionContext,
  languages,
  type TextDocument,
} from 'vscode';
import { canFixAll, type Finding, type Fix, fixesOf } from '../service';
import { fixAllAction } from './fix-all';
import { FOR_FOLDER } from './for-folder';
import { say } from './language';
import { changeOf, rangeOf } from './ranges';
import type { Served } from './served';
import { registerForServed } from './served-documents';
import { LazyAction, type Place, registerSilenceActions, silenceActions } from './silence-actions';

/** How many findings get silencing actions. The user can select the whole file, but a long list is confusing. */
const MAX_SILENCED = 3;

/** Offers actions for the findings at the cursor: first the fixes, then the ways to silence them. */
export function registerCodeActions(context: ExtensionContext, served: Served): void {
  registerSilenceActions(context, served.configs);
  registerForServed(context, (selector) =>
    languages.registerCodeActionsProvider(
      selector,
      {
        provideCodeActions: (document, range, { diagnostics }, token) =>
          served.use(document, token, ({ fixture, findings: allFindings }) => {
            const all = allFindings();
            const findings = all.filter(({ span }) => rangeOf(document, span).intersection(range));
            const place = { document, fixture, configs: served.configs };
            return actionsFor(place, all, findings, diagnostics);
          }),
        resolveCodeAction: (action) => (action instanceof LazyAction ? action.resolve() : action),
      },
      { providedCodeActionKinds: [CodeActionKind.QuickFix] },
    ),
  );
}

/**
 * Returns the actions for some findings.
 *
 * @param all the findings of the whole document.
 * @param findings the findings at the cursor.
 */
async function actionsFor(
  place: Place,
  all: readonly Finding[],
  findings: readonly Finding[],
  diagnostics: readonly Diagnostic[],
): Promise<CodeAction[]> {
  const { document, fixture } = place;
  const fixes = findings.map((finding) =>
    fixesOf(say, fixture, finding).map((fix) => toAction(document, fix)),
  );
  const silences = await Promise.all(
    findings.slice(0, MAX_SILENCED).map((finding) => silenceActions(place, finding)),
  );
  for (const [i, finding] of findings.entries()) {
    const about = diagnosticsOf(document, finding, diagnostics);
    for (const action of [...(fixes[i] ?? []), ...(silences[i] ?? [])]) action.diagnostics = about;
  }
  const hasMore = findings.length > 0 && canFixAll(say, fixture, all);
  const forAll = hasMore ? [fixAllAction(document)] : [];
  return [...fixes.flat(), ...forAll, ...withoutTwins(silences.flat()), ...forFolder(document, findings)];
}

/** Offers to change the config for the file or its folder. A command counts the findings, as that takes time. */
function forFolder({ uri, isUntitled }: TextDocument, findings: readonly Finding[]): CodeAction[] {
  if (isUntitled || findings.length === 0) return [];
  const action = new CodeAction(say('More for this file or folder…'), CodeActionKind.QuickFix);
  const rules = [...new Set(findings.map(({ rule }) => rule))];
  action.command = { command: FOR_FOLDER, title: action.title, arguments: [uri, rules] };
  return [action];
}

function toAction(document: TextDocument, { title, preferred, edits }: Fix): CodeAction {
  const action = new CodeAction(title, CodeActionKind.QuickFix);
  action.edit = changeOf(document, edits);
  action.isPreferred = preferred;
  return action;
}

/** Returns the diagnostics that show a finding, so VS Code lists its actions under them. */
function diagnosticsOf(
  document: TextDocument,
  { rule, span }: Finding,
  diagnostics: readonly Diagnostic[],
): Diagnostic[] {
  const place = rangeOf(document, span);
  return diagnostics.filter(
    ({ code, range }) => typeof code === 'object' && code.value === rule && range.isEqual(place),
  );
}

/** Removes duplicate actions: two findings of a rule share its page and the file, and can share a line. */
function withoutTwins(actions: readonly CodeAction[]): CodeAction[] {
  const keyOf = (action: CodeAction) =>
    action instanceof LazyAction ? `${action.title} ${action.line}` : action.title;
  const keys = actions.map(keyOf);
  return actions.filter((_, i) => keys.indexOf(keys[i] ?? '') === i);
}
