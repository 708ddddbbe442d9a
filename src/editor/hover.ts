import { type ExtensionContext, Hover, languages, MarkdownString } from 'vscode';
import { hover } from '../service';
import type { FixtureCache } from './fixture-cache';
import { rangeOf } from './ranges';
import { registerForServed } from './served-documents';
import { isEnabled, optionsFor } from './settings';

/** Explains a field of a server under the mouse. */
export function registerHover(context: ExtensionContext, fixtures: FixtureCache): void {
  registerForServed(context, (selector) =>
    languages.registerHoverProvider(selector, {
      provideHover(document, position) {
        if (!isEnabled(document)) return undefined;
        const found = hover(fixtures.get(document), document.offsetAt(position), optionsFor(document));
        return found && new Hover(new MarkdownString(found.markdown), rangeOf(document, found.span));
      },
    }),
  );
}
