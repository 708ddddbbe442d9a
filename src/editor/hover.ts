import { type ExtensionContext, Hover, languages, MarkdownString } from 'vscode';
import { hover } from '../service';
import { rangeOf } from './ranges';
import type { Served } from './served';
import { registerForServed } from './served-documents';

/** Registers the hover, which explains a server's field. */
export function registerHover(context: ExtensionContext, served: Served): void {
  registerForServed(context, (selector) =>
    languages.registerHoverProvider(selector, {
      provideHover: (document, position, token) =>
        served.use(document, token, ({ fixture, options }) => {
          const found = hover(fixture, document.offsetAt(position), options);
          return found && new Hover(new MarkdownString(found.markdown), rangeOf(document, found.span));
        }),
    }),
  );
}
