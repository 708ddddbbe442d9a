import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  type MarkupKind,
  type Range,
} from 'vscode-languageserver-types';
import { type Completions, complete } from '../service';
import type { Documents } from './documents';
import { markupIn, rangeOf } from './ranges';

/** The characters that are typed directly before a value or key. */
export const TRIGGERS = ['"', "'", ':'] as const;

/** Completes the values of a server's fields, its missing fields, and whole servers. */
export function serveCompletion(
  connection: Connection,
  client: ClientCapabilities,
  documents: Documents,
): void {
  const { snippetSupport, documentationFormat } = client.textDocument?.completion?.completionItem ?? {};
  const canSnippets = snippetSupport === true;
  const kind = markupIn(documentationFormat);
  connection.onCompletion(({ textDocument, position }) =>
    documents.use(textDocument.uri, ({ document, fixture, options }) => {
      const found = complete(fixture, document.offsetAt(position), options);
      if (found === undefined) return null;
      const range = rangeOf(document, found.span);
      // The protocol has no completion of several lines.
      if (range.start.line !== range.end.line) return null;
      return itemsOf(
        found.items.filter((item) => canSnippets || item.kind !== 'server'),
        range,
        kind,
      );
    }),
  );
}

const KINDS = {
  value: CompletionItemKind.EnumMember,
  property: CompletionItemKind.Property,
  server: CompletionItemKind.Snippet,
} as const;

function itemsOf(items: Completions['items'], range: Range, markup: MarkupKind): CompletionItem[] {
  return items.map(({ kind, label, detail, markdown, text, filter }, i) => ({
    label,
    kind: KINDS[kind],
    detail,
    labelDetails: { description: detail },
    documentation: { kind: markup, value: markdown },
    textEdit: { range, newText: text },
    insertTextMode: InsertTextMode.adjustIndentation,
    insertTextFormat: kind === 'server' ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    filterText: filter,
    // The service sorts by what fits the server, a client by the text.
    sortText: String(i).padStart(3, '0'),
    preselect: i === 0,
  }));
}
