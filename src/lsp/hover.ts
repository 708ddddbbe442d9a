import type { Connection } from 'vscode-languageserver';
import { hover } from '../service';
import type { Documents } from './documents';
import { rangeOf } from './ranges';

/** Answers hovers, which explain a server's field. */
export function serveHover(connection: Connection, documents: Documents): void {
  connection.onHover(({ textDocument, position }) =>
    documents.use(textDocument.uri, ({ document, fixture, options }) => {
      const found = hover(fixture, document.offsetAt(position), options);
      if (found === undefined) return null;
      const contents = { kind: 'markdown' as const, value: found.markdown };
      return { contents, range: rangeOf(document, found.span) };
    }),
  );
}
