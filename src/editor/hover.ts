import { type ExtensionContext, Hover, languages, MarkdownString } from 'vscode';
import { hover } from '../service';
import type { ConfigFiles } from './config-files';
import type { FixtureCache } from './fixture-cache';
import { optionsFor } from './options';
import { rangeOf } from './ranges';
import { isServed, registerForServed } from './served-documents';
import { isEnabled } from './settings';

/** Explains a field of a server under the mouse. */
export function registerHover(context: ExtensionContext, fixtures: FixtureCache, configs: ConfigFiles): void {
  registerForServed(context, (selector) =>
    languages.registerHoverProvider(selector, {
      async provideHover(document, position, token) {
        if (!isServed(document) || !isEnabled(document)) return undefined;
        const { options } = await optionsFor(document, configs);
        if (token.isCancellationRequested) return undefined;
        const found = hover(fixtures.get(document), document.offsetAt(position), options);
        return found && new Hover(new MarkdownString(found.markdown), rangeOf(document, found.span));
      },
    }),
  );
}
