import assert from 'node:assert/strict';
import { onLine, withClient } from './client';

const FILE = 'file:///repo/fixtures/web-1.json';
const CONFIG = 'file:///repo/.serverstatus.json';
const ON_DISK = '/repo/.serverstatus.json';

const WRONG = '{"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": "rebooting", "status": "ACTIVE"}';
const OFF = '{ "rules": { "status-mismatch": "off" } }';

describe('The language server and a config file', () => {
  it('apply the nearest one above the document', () =>
    withClient({ files: { [ON_DISK]: OFF } }, async (client) => {
      await client.open(FILE, WRONG);
      assert.deepEqual(await client.diagnostics(FILE), []);
    }));

  it('end the search at the workspace folder', () =>
    withClient({ files: { '/.serverstatus.json': OFF } }, async (client) => {
      await client.open(FILE, WRONG);
      assert.equal((await client.diagnostics(FILE)).length, 1);
    }));

  it('leave out a document that it ignores', () =>
    withClient({ files: { [ON_DISK]: '{ "ignore": ["fixtures/**"] }' } }, async (client) => {
      await client.open(FILE, WRONG);
      assert.deepEqual(await client.diagnostics(FILE), []);
      assert.equal(await client.hover(FILE, 0, 85), null);
    }));

  it('leave out a language that it does not list', () =>
    withClient({ files: { [ON_DISK]: '{ "languages": ["yaml"] }' } }, async (client) => {
      await client.open(FILE, WRONG);
      assert.deepEqual(await client.diagnostics(FILE), []);
    }));

  it('know its custom clouds', () => {
    const clouds = { lab: { extends: 'openstack', statuses: { FROZEN: 'Frozen' } } };
    const files = { [ON_DISK]: JSON.stringify({ cloud: 'lab', clouds }) };
    return withClient({ files }, async (client) => {
      await client.open(FILE, WRONG.replace('"ACTIVE"', '""'));
      const items = await client.complete(FILE, 0, WRONG.indexOf('"ACTIVE"') + 1);
      assert.ok(items?.some(({ label }) => label === 'FROZEN'));
    });
  });

  it('show its mistakes in its own file, with their places', () =>
    withClient({ files: { [ON_DISK]: '{ "rulse": {} }' } }, async (client) => {
      await client.open(FILE, WRONG);
      const [problem] = await client.diagnostics(CONFIG);
      assert.deepEqual(problem?.range, onLine(0, 2, 9));
      assert.match(String(problem?.message), /rulse/);
    }));

  it('show the mistakes of one that is being edited as it is in the editor', () =>
    withClient({ files: { [ON_DISK]: OFF } }, async (client) => {
      await client.open(CONFIG, OFF, 'jsonc');
      assert.deepEqual(await client.diagnostics(CONFIG), []);
      await client.change(CONFIG, 2, [{ text: '{ "cluod": "auto" }' }]);
      assert.match(String((await client.diagnostics(CONFIG))[0]?.message), /cluod/);
    }));

  it('offer the right word for a misspelt one', () =>
    withClient({}, async (client) => {
      await client.open(CONFIG, '{ "cluod": "auto" }', 'jsonc');
      const [action] = await client.actions(CONFIG, onLine(0, 4));
      assert.deepEqual(action?.edit?.changes?.[CONFIG], [{ range: onLine(0, 2, 9), newText: '"cloud"' }]);
    }));

  for (const [how, method, params] of [
    ['it is saved', 'textDocument/didSave', { textDocument: { uri: CONFIG } }],
    ['it changes on disk', 'workspace/didChangeWatchedFiles', { changes: [{ uri: CONFIG, type: 2 }] }],
  ] as const)
    it(`read it again when ${how}`, () =>
      withClient({ files: { [ON_DISK]: '{ "rulse": {} }' } }, async (client) => {
        await client.open(FILE, WRONG);
        assert.equal((await client.diagnostics(FILE)).length, 1);
        assert.equal((await client.diagnostics(CONFIG)).length, 1);
        client.files.set(ON_DISK, OFF);
        await client.notify(method, params);
        assert.deepEqual(await client.diagnostics(FILE), []);
        assert.deepEqual(await client.diagnostics(CONFIG), []);
      }));

  it('take back its mistakes when it is deleted', () =>
    withClient({ files: { [ON_DISK]: '{ "rulse": {} }' } }, async (client) => {
      await client.open(FILE, WRONG);
      assert.equal((await client.diagnostics(CONFIG)).length, 1);
      client.files.delete(ON_DISK);
      await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: CONFIG, type: 3 }] });
      assert.deepEqual(await client.diagnostics(CONFIG), []);
    }));

  it('ask to be told of its changes, a client that can tell', () =>
    withClient(
      { capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } } },
      async (client) => {
        await client.open(FILE, WRONG);
        await client.diagnostics(FILE);
        assert.deepEqual(client.registered, ['workspace/didChangeWatchedFiles']);
      },
    ));

  it('find it although the client writes its URI in another way', () =>
    withClient({ files: { '/repo/é/.serverstatus.json': '{ "rulse": {} }' } }, async (client) => {
      const config = 'file:///repo/%c3%a9/.serverstatus.json';
      await client.open(config, OFF, 'jsonc');
      assert.deepEqual(await client.diagnostics(config), []);
      await client.open('file:///repo/%c3%a9/a.json', WRONG);
      // It has the mistakes of the disk, and they are not shown in a file that is open.
      assert.equal((await client.diagnostics('file:///repo/%c3%a9/a.json')).length, 1);
      assert.deepEqual(client.published, []);
    }));

  it('notice a change that nobody tells of when another file is opened', () =>
    withClient({ files: { [ON_DISK]: '{}' } }, async (client) => {
      await client.open(FILE, WRONG);
      assert.equal((await client.diagnostics(FILE)).length, 1);
      client.files.set(ON_DISK, OFF);
      await client.open('file:///repo/b.json', WRONG);
      assert.deepEqual(await client.diagnostics('file:///repo/b.json'), []);
      assert.deepEqual(await client.diagnostics(FILE), []);
    }));

  it('count the places in one that begins with a byte order mark as an editor does', () =>
    withClient({ files: { [ON_DISK]: '\uFEFF{ "rulse": {} }' } }, async (client) => {
      await client.open(FILE, WRONG);
      assert.deepEqual((await client.diagnostics(CONFIG))[0]?.range, onLine(0, 2, 9));
    }));

  for (const [how, params] of [
    ['a slash at its end', { workspaceFolders: [{ uri: 'file:///repo/', name: 'repo' }] }],
    ['the older rootUri', { workspaceFolders: null, rootUri: 'file:///repo' }],
    ['the oldest rootPath', { workspaceFolders: undefined, rootUri: null, rootPath: '/repo' }],
  ] as const)
    it(`end the search at the workspace folder that is named with ${how}`, () =>
      withClient({ files: { '/.serverstatus.json': OFF }, params }, async (client) => {
        await client.open(FILE, WRONG);
        assert.equal((await client.diagnostics(FILE)).length, 1);
      }));

  it('end the search at a workspace folder that is added later', () =>
    withClient(
      {
        files: { '/.serverstatus.json': OFF },
        params: { workspaceFolders: [] },
        capabilities: { workspace: { workspaceFolders: true } },
      },
      async (client) => {
        await client.open(FILE, WRONG);
        assert.deepEqual(await client.diagnostics(FILE), []);
        const event = { added: [{ uri: 'file:///repo', name: 'repo' }], removed: [] };
        await client.notify('workspace/didChangeWorkspaceFolders', { event });
        assert.equal((await client.diagnostics(FILE)).length, 1);
      },
    ));
});
