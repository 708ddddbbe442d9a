import { CodeAction, CodeActionKind, type ExtensionContext, languages, WorkspaceEdit } from 'vscode';
import { check } from '../service';
import type { ConfigFiles } from './config-files';
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
          const findings = check(fixtures.get(document), options).filter(({ span }) =>
            rangeOf(document, span).intersection(range),
          );
          return findings.flatMap(({ rule, span, fixes }) =>
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
        },
      },
      { providedCodeActionKinds: [CodeActionKind.QuickFix] },
    ),
  );
}
