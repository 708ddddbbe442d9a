import {
  CodeAction,
  CodeActionKind,
  type Diagnostic,
  type ExtensionContext,
  languages,
  type TextDocument,
} from 'vscode';
import { check, type Finding, type Fix, type Fixture, fixesOf, isWhole, preferredFix } from '../service';
import { fixAllAction } from './fix-all';
import { say } from './language';
import { changeOf, rangeOf } from './ranges';
import type { Served } from './served';
import { registerForServed } from './served-documents';
import { type Place, registerSilenceActions, silenceActions } from './silence-actions';

/** To silence a finding the text is read again, and everything can be selected: no more findings than this. */
const MAX_SILENCED = 3;

/** Offers what can be done about the findings under the cursor: first the fixes, then the ways to silence them. */
export function registerCodeActions(context: ExtensionContext, served: Served): void {
  registerSilenceActions(context, served.configs);
  registerForServed(context, (selector) =>
    languages.registerCodeActionsProvider(
      selector,
      {
        provideCodeActions: (document, range, { diagnostics }, token) =>
          served.use(document, token, ({ fixture, options }) => {
            const all = check(fixture, options);
            const findings = all.filter(({ span }) => rangeOf(document, span).intersection(range));
            const place = { context, document, fixture, configs: served.configs };
            return actionsFor(place, all, findings, diagnostics);
          }),
      },
      { providedCodeActionKinds: [CodeActionKind.QuickFix] },
    ),
  );
}

/** @param findings those of all that stand under the cursor */
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
  const hasMore = findings.length > 0 && canFixAll(fixture, all);
  const forAll = hasMore ? [fixAllAction(document)] : [];
  return [...fixes.flat(), ...forAll, ...withoutTwins(silences.flat())];
}

/** True where a fix for the whole file would do more than the one for a single finding. */
function canFixAll(fixture: Fixture, findings: readonly Finding[]): boolean {
  const canFix = (finding: Finding) => preferredFix(say, fixture, finding) !== undefined;
  const first = findings.findIndex(canFix);
  const more = first >= 0 && findings.slice(first + 1).some(canFix);
  return more && isWhole(fixture.text, fixture.languageId);
}

function toAction(document: TextDocument, { title, preferred, edits }: Fix): CodeAction {
  const action = new CodeAction(title, CodeActionKind.QuickFix);
  action.edit = changeOf(document, edits);
  action.isPreferred = preferred;
  return action;
}

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

/** Two findings of a rule have the same page and file, and can have the same line. */
function withoutTwins(actions: readonly CodeAction[]): CodeAction[] {
  const key = ({ title, edit }: CodeAction) => `${title} ${JSON.stringify(edit?.entries() ?? [])}`;
  return [...new Map([...actions].reverse().map((action) => [key(action), action])).values()].reverse();
}
