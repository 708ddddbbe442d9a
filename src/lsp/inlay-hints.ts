import type { Connection } from 'vscode-languageserver';
import { hintModeOf, hints } from '../service';
import type { Documents } from './documents';
import { editOf, spanOf } from './ranges';

/** Shows the derived status after a server's states if the file does not contain it. */
export function serveInlayHints(connection: Connection, documents: Documents): void {
  connection.languages.inlayHint.on(({ textDocument, range }) =>
    documents.use(textDocument.uri, ({ document, fixture, options, settings }) =>
      hints(fixture, spanOf(document, range), hintModeOf(settings.inlayHints), options).map(
        ({ offset, status, markdown, edits }) => ({
          position: document.positionAt(offset),
          label: `→ ${status}`,
          paddingLeft: true,
          tooltip: { kind: 'markdown' as const, value: markdown },
          textEdits: edits.map((edit) => editOf(document, edit)),
        }),
      ),
    ),
  );
}
