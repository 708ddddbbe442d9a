import { DocumentSymbol, type ExtensionContext, extensions, languages, SymbolKind } from 'vscode';
import { listServers } from '../service';
import { sayValue } from '../words';
import { rangeOf } from './ranges';
import type { Served } from './served';
import { registerForServed } from './served-documents';

/** Provides symbols for YAML's keys, as VS Code does for JSON. A second outline of the same file would only confuse. */
const YAML_EXTENSION = 'redhat.vscode-yaml';

/** The languages without a symbol provider in VS Code itself. */
const WITHOUT_SYMBOLS: ReadonlySet<string> = new Set(['yaml', 'jsonl']);

/** Shows the servers in the outline and breadcrumbs, by name and status, in languages without other symbols. */
export function registerDocumentSymbols(context: ExtensionContext, served: Served): void {
  registerForServed(
    context,
    (selector) =>
      languages.registerDocumentSymbolProvider(
        selector,
        {
          provideDocumentSymbols(document, token) {
            if (document.languageId === 'yaml' && extensions.getExtension(YAML_EXTENSION)) return [];
            return served.use(document, token, ({ fixture, options }) =>
              listServers(fixture, options).map(({ name, says, status, span }) => {
                const range = rangeOf(document, span);
                const title = sayValue(name ?? status ?? says);
                const detail = name === undefined ? says : (status ?? says);
                return new DocumentSymbol(title, sayValue(detail), SymbolKind.Object, range, range);
              }),
            );
          },
        },
        { label: 'Server Status' },
      ),
    (language) => WITHOUT_SYMBOLS.has(language),
  );
}
