import { EventEmitter, type ExtensionContext, InlayHint, languages, MarkdownString, workspace } from 'vscode';
import { hints } from '../service';
import type { ConfigFiles } from './config-files';
import type { FixtureCache } from './fixture-cache';
import { optionsFor } from './options';
import { editOf } from './ranges';
import { isServed, registerForServed } from './served-documents';
import { affectsUs, hintMode, isEnabled } from './settings';

/** Shows the status that follows behind a server's states where the file does not say it. */
export function registerInlayHints(
  context: ExtensionContext,
  fixtures: FixtureCache,
  configs: ConfigFiles,
): void {
  const changed = new EventEmitter<void>();
  context.subscriptions.push(
    changed,
    workspace.onDidChangeConfiguration((event) => {
      if (affectsUs(event)) changed.fire();
    }),
    configs.onDidChange(() => changed.fire()),
  );
  registerForServed(context, (selector) =>
    languages.registerInlayHintsProvider(selector, {
      onDidChangeInlayHints: changed.event,
      async provideInlayHints(document, range, token) {
        const mode = hintMode(document);
        if (mode === 'off' || !isServed(document) || !isEnabled(document)) return [];
        const { options, ignored } = await optionsFor(document, configs);
        if (ignored || token.isCancellationRequested) return [];
        const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
        return hints(fixtures.get(document), span, mode, options).map(
          ({ offset, status, markdown, edits }) => {
            const hint = new InlayHint(document.positionAt(offset), `→ ${status}`);
            hint.paddingLeft = true;
            hint.tooltip = new MarkdownString(markdown);
            hint.textEdits = edits.map((edit) => editOf(document, edit));
            return hint;
          },
        );
      },
    }),
  );
}
