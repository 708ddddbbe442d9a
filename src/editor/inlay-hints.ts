import { type ExtensionContext, InlayHint, languages, MarkdownString, type TextDocument } from 'vscode';
import { type Hint, hints } from '../service';
import { editOf } from './ranges';
import type { Served } from './served';
import { registerForServed } from './served-documents';
import { hintMode } from './settings';

/** Shows the derived status after a server's states if the file does not contain it. */
export function registerInlayHints(context: ExtensionContext, served: Served): void {
  registerForServed(context, (selector) =>
    languages.registerInlayHintsProvider(selector, {
      onDidChangeInlayHints: served.onDidChange,
      provideInlayHints(document, range, token) {
        const mode = hintMode(document);
        if (mode === 'off') return [];
        const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
        return served.use(document, token, ({ fixture, options }) =>
          hints(fixture, span, mode, options).map((hint) => toInlayHint(document, hint)),
        );
      },
    }),
  );
}

function toInlayHint(document: TextDocument, { offset, status, markdown, edits }: Hint): InlayHint {
  const hint = new InlayHint(document.positionAt(offset), `→ ${status}`);
  hint.paddingLeft = true;
  hint.tooltip = new MarkdownString(markdown);
  hint.textEdits = edits.map((edit) => editOf(document, edit));
  return hint;
}
