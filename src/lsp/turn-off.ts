import type { ClientCapabilities } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type CodeAction, CodeActionKind, type WorkspaceEdit } from 'vscode-languageserver-types';
import type { Edit, Finding } from '../service';
import { CONFIG_NAME, newConfigFor, setFor } from '../service/config';
import { pathIn } from '../service/files';
import { changeOf } from './changes';
import { type ConfigFiles, pathBelow } from './config-files';
import type { Documents, Served } from './documents';

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
  // Read again: an edit for a text that has changed since would break the file.
  const found = await configs.nearestOnDisk(path);
  const folder = found?.folder ?? (await configs.folderForNew(path));
  const place = pathIn(folder, CONFIG_NAME);
  const uri = documents.uriOf(place);
  const where = { file: pathBelow(folder, path) };
  const created = newConfigFor(where, { off: rule });
  // The edits apply to the open document, whose unsaved text differs from the one on disk.
  const open = documents.at(place);
  const config = open ?? (found && TextDocument.create(uri, 'jsonc', 0, found.text));
  const edit = config
    ? changeWith(client, config, open !== undefined, created, (text) => setFor(text, where, { off: rule }))
    : createWith(client, uri, created);
  if (edit === undefined) return [];
  const title = options.say('Turn off {rule} for {path} in .serverstatus.json', { rule, path: where.file });
  return [{ title, kind: CodeActionKind.QuickFix, edit }];
}

/** Returns the edit that changes a config; an empty one gets the text of a new one. */
function changeWith(
  client: ClientCapabilities,
  config: TextDocument,
  isOpen: boolean,
  created: string | undefined,
  change: (text: string) => Edit[] | undefined,
): WorkspaceEdit | undefined {
  const text = config.getText();
  const whole = created === undefined ? undefined : [{ offset: 0, length: text.length, text: created }];
  const edits = text.trim() === '' ? whole : change(text);
  return edits && changeOf(client, config, edits, isOpen);
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
      { kind: 'create', uri },
      {
        textDocument: { uri, version: null },
        edits: [{ range: { start, end: start }, newText: text }],
      },
    ],
  };
}
