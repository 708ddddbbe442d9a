import {
  type DocumentSelector,
  type ExtensionContext,
  languages,
  SemanticTokensBuilder,
  SemanticTokensLegend,
} from 'vscode';
import { isHolder, knownStatuses } from '../service';
import { rangeOf } from './ranges';
import type { Served } from './served';
import { registerForServed } from './served-documents';

/** The token type that package.json declares, with the scopes that colour it. */
const LEGEND = new SemanticTokensLegend(['serverStatus']);

/**
 * Colours the statuses of servers in JSON and YAML. A grammar would colour every `status` of every file. VS Code uses
 * only one provider of semantic tokens per document, so in source code this one yields to that of the language.
 */
export function registerStatusColours(context: ExtensionContext, served: Served): void {
  const register = (selector: DocumentSelector) =>
    languages.registerDocumentSemanticTokensProvider(
      selector,
      {
        onDidChangeSemanticTokens: served.onDidChange,
        provideDocumentSemanticTokens: (document, token) =>
          served.use(document, token, ({ fixture, options }) => {
            const builder = new SemanticTokensBuilder(LEGEND);
            for (const span of knownStatuses(fixture, options))
              builder.push(rangeOf(document, span), 'serverStatus');
            return builder.build();
          }),
      },
      LEGEND,
    );
  registerForServed(context, register, (languageId) => !isHolder(languageId));
}
