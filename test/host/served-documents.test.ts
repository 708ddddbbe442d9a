import assert from 'node:assert/strict';
import {
  type Disposable,
  EventEmitter,
  type FileSystemProvider,
  FileType,
  Uri,
  window,
  workspace,
} from 'vscode';
import { diagnosticsOf, hoversAt, openFile, startExtension } from './editor';

const WRONG = '{"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": "rebooting", "status": "ACTIVE"}\n';

/** A file system as other extensions bring one, which holds this text in every file. */
function provide(scheme: string, isReadonly: boolean): Disposable {
  const bytes = new TextEncoder().encode(WRONG);
  const refuse = () => {
    throw new Error('No test writes here');
  };
  const files: FileSystemProvider = {
    onDidChangeFile: new EventEmitter<never>().event,
    watch: () => ({ dispose() {} }),
    stat: () => ({ type: FileType.File, ctime: 0, mtime: 0, size: bytes.length }),
    readFile: () => bytes,
    readDirectory: () => [],
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };
  return workspace.registerFileSystemProvider(scheme, files, { isReadonly });
}

async function open(scheme: string) {
  return (await window.showTextDocument(Uri.from({ scheme, path: '/a.json' }))).document;
}

describe('A file system of another extension', () => {
  const provided = [provide('server-status-drafts', false), provide('server-status-history', true)];

  before(startExtension);
  after(() => {
    for (const provider of provided) provider.dispose();
  });

  it('has its fixtures checked and explained where they can be written', async () => {
    const document = await open('server-status-drafts');
    await diagnosticsOf(document, 1);
    assert.ok((await hoversAt(document, WRONG.indexOf('"ACTIVE"') + 2)).length > 0);
  });

  it('is left alone where nobody can correct anything', async () => {
    const document = await open('server-status-history');
    // Once a later file has its finding, this one would have had its own.
    await diagnosticsOf((await openFile('a.json', WRONG)).document, 1);
    await diagnosticsOf(document, 0);
    assert.deepEqual(await hoversAt(document, WRONG.indexOf('"ACTIVE"') + 2), []);
  });
});
