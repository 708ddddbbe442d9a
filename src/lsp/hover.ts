import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import { hover } from '../service';
import type { Documents } from './documents';
import { markupIn, rangeOf } from './ranges';

/** Answers hovers, which explain a server's field. */
export function serveHover(connection: Connection, client: ClientCapabilities, documents: Documents): void {
  const kind = markupIn(client.textDocument?.hover?.contentFormat);
  connection.onHover(({ textDocument, position }) =>
    documents.use(textDocument.uri, ({ document, fixture, options }) => {
      const found = hover(fixture, document.offsetAt(position), options);
      return found
        ? { contents: { kind, value: found.markdown }, range: rangeOf(document, found.span) }
        : null;
    }),
  );
}
