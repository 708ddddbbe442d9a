import {
  DocumentSymbol,
  type ExtensionContext,
  extensions,
  languages,
  SymbolKind,
  type TextDocument,
} from 'vscode';
import { eachServer, type ListedServer } from '../service';
import { sayValue } from '../words';
import { breather } from './breather';
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
            return served.use(document, token, async ({ fixture, options }) => {
              const symbols: DocumentSymbol[] = [];
              const breathe = breather();
              for (const server of eachServer(fixture, options)) {
                symbols.push(symbolOf(document, server));
                // After a change of the document, the places are no longer its own.
                if ((await breathe()) && token.isCancellationRequested) return [];
              }
              return symbols;
            });
          },
        },
        { label: 'Server Status' },
      ),
    (language) => WITHOUT_SYMBOLS.has(language),
  );
}

function symbolOf(document: TextDocument, { name, says, status, span }: ListedServer): DocumentSymbol {
  const range = rangeOf(document, span);
  const title = sayValue(name ?? status ?? says);
  const detail = name === undefined ? says : (status ?? says);
  return new DocumentSymbol(title, sayValue(detail), SymbolKind.Object, range, range);
}
