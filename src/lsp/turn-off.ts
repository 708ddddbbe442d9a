import type { ClientCapabilities } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type CodeAction,
  CodeActionKind,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { Finding } from '../service';
import { newConfigFor, setFor } from '../service/config';
import { type ConfigFiles, pathBelow } from './config-files';
import type { Documents, Served } from './documents';
import { editOf } from './ranges';

/** Offers to turn a rule off for a file in the config that applies to it, or in a new one. */
export async function turnOff(
  client: ClientCapabilities,
  documents: Documents,
  configs: ConfigFiles,
  { document, options }: Served,
  { rule }: Finding,
): Promise<CodeAction[]> {
  const path = documents.pathOf(document.uri);
  if (path === undefined) return [];
  const found = await configs.nearest(path);
  const folder = found?.folder ?? (await configs.folderForNew(path));
  const uri = configs.uriIn(folder);
  const where = { file: pathBelow(folder, path) };
  // The edits apply to the open document, whose unsaved text differs from the one on disk.
  const config = documents.get(uri) ?? (found && TextDocument.create(uri, 'jsonc', 0, found.text));
  const edit =
    config === undefined
      ? createWith(client, uri, newConfigFor(where, { off: rule }))
      : changeWith(
          uri,
          setFor(config.getText(), where, { off: rule })?.map((one) => editOf(config, one)),
        );
  if (edit === undefined) return [];
  const title = options.say('Turn off {rule} for {path} in .serverstatus.json', { rule, path: where.file });
  return [{ title, kind: CodeActionKind.QuickFix, edit }];
}

function changeWith(uri: string, edits: TextEdit[] | undefined): WorkspaceEdit | undefined {
  return edits && { changes: { [uri]: edits } };
}

/** Returns the edit that creates a file; undefined if the client cannot create files. */
function createWith(
  { workspace }: ClientCapabilities,
  uri: string,
  text: string | undefined,
): WorkspaceEdit | undefined {
  // Not every client that takes these says so of `documentChanges`, where they stand.
  const canCreate = workspace?.workspaceEdit?.resourceOperations?.includes('create') === true;
  if (text === undefined || !canCreate) return undefined;
  const start = { line: 0, character: 0 };
  return {
    documentChanges: [
      { kind: 'create', uri, options: { ignoreIfExists: true } },
      {
        textDocument: { uri, version: null },
        edits: [{ range: { start, end: start }, newText: text }],
      },
    ],
  };
}
