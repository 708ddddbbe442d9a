import { CodeAction, CodeActionKind, type ExtensionContext, languages, WorkspaceEdit } from 'vscode';
import { check, type Finding, type Fixture, isWhole, preferredFix } from '../service';
import type { ConfigFiles } from './config-files';
import { fixAllAction } from './fix-all';
import type { FixtureCache } from './fixture-cache';
import { optionsFor } from './options';
import { editOf, rangeOf } from './ranges';
import { registerForServed } from './served-documents';
import { isEnabled } from './settings';

/** Offers the fixes of the findings under the cursor. */
export function registerCodeActions(
  context: ExtensionContext,
  fixtures: FixtureCache,
  configs: ConfigFiles,
): void {
  registerForServed(context, (selector) =>
    languages.registerCodeActionsProvider(
      selector,
      {
        async provideCodeActions(document, range, { diagnostics }, token) {
          if (!isEnabled(document)) return [];
          const { options, ignored } = await optionsFor(document, configs);
          if (ignored || token.isCancellationRequested) return [];
          const fixture = fixtures.get(document);
          const all = check(fixture, options);
          const findings = all.filter(({ span }) => rangeOf(document, span).intersection(range));
          const actions = findings.flatMap(({ rule, span, fixes }) =>
            fixes.map(({ title, preferred, edits }) => {
              const action = new CodeAction(title, CodeActionKind.QuickFix);
              action.edit = new WorkspaceEdit();
              action.edit.set(
                document.uri,
                edits.map((edit) => editOf(document, edit)),
              );
              action.isPreferred = preferred;
              const place = rangeOf(document, span);
              action.diagnostics = diagnostics.filter(
                (other) =>
                  typeof other.code === 'object' && other.code.value === rule && other.range.isEqual(place),
              );
              return action;
            }),
          );
          if (actions.length > 0 && canFixAll(fixture, all)) actions.push(fixAllAction(document));
          return actions;
        },
      },
      { providedCodeActionKinds: [CodeActionKind.QuickFix] },
    ),
  );
}

/** True where a fix for the whole file would do more than the one for a single finding. */
function canFixAll({ text, languageId }: Fixture, findings: readonly Finding[]): boolean {
  return findings.filter(preferredFix).length > 1 && isWhole(text, languageId);
}
