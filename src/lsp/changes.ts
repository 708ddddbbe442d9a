import type { ClientCapabilities } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { Edit } from '../service';
import { editOf } from './ranges';

/**
 * Returns all edits of a document as one change. With its version if the client looks at it: it then refuses a change of
 * another text.
 *
 * @param isOpen false for a file that the client has not opened, which has no version.
 */
export function changeOf(
  client: ClientCapabilities,
  document: TextDocument,
  edits: readonly Edit[],
  isOpen = true,
): WorkspaceEdit {
  const { uri, version } = document;
  const written = edits.map((edit) => editOf(document, edit));
  if (client.workspace?.workspaceEdit?.documentChanges !== true) return { changes: { [uri]: written } };
  return { documentChanges: [{ textDocument: { uri, version: isOpen ? version : null }, edits: written }] };
}
