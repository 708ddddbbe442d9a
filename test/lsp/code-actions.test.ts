import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction } from 'vscode-languageserver-types';
import { type Client, onLine, withClient } from './client';

const JSON_FILE = 'file:///repo/fixtures/web-1.json';
const YAML_FILE = 'file:///repo/web-1.yaml';
const CONFIG = 'file:///repo/.serverstatus.json';

const WRONG = '{"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": "rebooting", "status": "ACTIVE"}';
const STATUS = WRONG.indexOf('ACTIVE');
const TWO = `[\n${WRONG},\n${WRONG}\n]`;
const YAML = 'status: ACTIVE\nOS-EXT-STS:vm_state: active\nOS-EXT-STS:task_state: rebooting\n';
const IN_YAML = onLine(0, 10);

/** As Neovim says it. */
const FILES = { workspaceEdit: { resourceOperations: ['create' as const] } };
const LAZY = { textDocument: { codeAction: { resolveSupport: { properties: ['edit'] } } } };

/** Applies an action's changes of a document to its text. */
function applied(uri: string, text: string, action: CodeAction | undefined): string {
  const document = TextDocument.create(uri, 'json', 1, text);
  return TextDocument.applyEdits(document, action?.edit?.changes?.[uri] ?? []);
}

const titled = (actions: readonly CodeAction[], title: string) =>
  actions.find((action) => action.title === title);

async function actionsIn(client: Client, uri: string, text: string, languageId: string, line: number) {
  await client.open(uri, text, languageId);
  const diagnostics = await client.diagnostics(uri);
  return client.actions(uri, onLine(line, STATUS, STATUS + 1), undefined, [...diagnostics]);
}

describe('An action of the language server', () => {
  it('fixes the status, which is what is wanted', () =>
    withClient({}, async (client) => {
      const [action] = await actionsIn(client, JSON_FILE, WRONG, 'json', 0);
      assert.deepEqual(
        [action?.title, action?.kind, action?.isPreferred],
        ['Set status to REBOOT', 'quickfix', true],
      );
      assert.equal(applied(JSON_FILE, WRONG, action), WRONG.replace('ACTIVE', 'REBOOT'));
      assert.deepEqual(
        action?.diagnostics?.map(({ code }) => code),
        ['status-mismatch'],
      );
    }));

  it('is not offered beside the finding', () =>
    withClient({}, async (client) => {
      await client.open(JSON_FILE, WRONG);
      assert.deepEqual(await client.actions(JSON_FILE, onLine(0, 3)), []);
    }));

  it('is not offered to a client that asks for another kind', () =>
    withClient({}, async (client) => {
      await client.open(JSON_FILE, WRONG);
      assert.deepEqual(await client.actions(JSON_FILE, onLine(0, STATUS), ['refactor']), []);
    }));

  for (const [where, title, line] of [
    [
      'the line',
      'Disable status-mismatch for this line',
      '# server-status-disable-next-line status-mismatch\n',
    ],
    ['the file', 'Disable status-mismatch for this file', '# server-status-disable-file status-mismatch\n'],
  ] as const)
    it(`silences the rule for ${where} in a comment`, () =>
      withClient({}, async (client) => {
        await client.open(YAML_FILE, YAML, 'yaml');
        const action = titled(await client.actions(YAML_FILE, IN_YAML), title);
        assert.equal(applied(YAML_FILE, YAML, action), `${line}${YAML}`);
      }));

  it('turns the rule off in a new config file at the top of the workspace, as JSON has no comments', () =>
    withClient({ capabilities: { workspace: FILES } }, async (client) => {
      const actions = await actionsIn(client, JSON_FILE, WRONG, 'json', 0);
      const action = titled(
        actions,
        'Turn off status-mismatch for fixtures/web-1.json in .serverstatus.json',
      );
      const [create, change] = action?.edit?.documentChanges ?? [];
      assert.deepEqual(create, { kind: 'create', uri: CONFIG });
      assert.ok(change !== undefined && 'edits' in change);
      const [edit] = change.edits;
      assert.match(edit && 'newText' in edit ? edit.newText : '', /"files": \["fixtures\/web-1\.json"\]/);
    }));

  it('is not offered to a client that cannot create files', () =>
    withClient({}, async (client) => {
      const actions = await actionsIn(client, JSON_FILE, WRONG, 'json', 0);
      assert.ok(!actions.some(({ title }) => title.startsWith('Turn off')));
    }));

  it('turns the rule off in the config file that is there, as it is in the editor', () =>
    withClient({ files: { '/repo/.serverstatus.json': '{ }' } }, async (client) => {
      const inEditor = '{ "cloud": "openstack" }';
      await client.open(CONFIG, inEditor, 'jsonc');
      const actions = await actionsIn(client, JSON_FILE, WRONG, 'json', 0);
      const action = actions.find(({ title }) => title.startsWith('Turn off'));
      const { cloud, overrides } = JSON.parse(applied(CONFIG, inEditor, action));
      assert.deepEqual(
        [cloud, overrides],
        ['openstack', [{ files: ['fixtures/web-1.json'], rules: { 'status-mismatch': 'off' } }]],
      );
    }));

  it('fixes all servers of the file if there are more', () =>
    withClient({}, async (client) => {
      const action = titled(
        await actionsIn(client, JSON_FILE, TWO, 'json', 1),
        'Fix all servers in this file',
      );
      assert.equal(applied(JSON_FILE, TWO, action), TWO.replaceAll('ACTIVE', 'REBOOT'));
    }));

  it('is not offered for all servers if there is one', () =>
    withClient({}, async (client) => {
      const actions = await actionsIn(client, JSON_FILE, WRONG, 'json', 0);
      assert.equal(titled(actions, 'Fix all servers in this file'), undefined);
    }));

  it('makes the fixes of all servers only when it is chosen, for a client that waits for them', () =>
    withClient({ capabilities: LAZY }, async (client) => {
      const actions = await actionsIn(client, JSON_FILE, TWO, 'json', 1);
      const action = titled(actions, 'Fix all servers in this file');
      assert.ok(action !== undefined && action.edit === undefined);
      const resolved = await client.resolve(action);
      assert.equal(applied(JSON_FILE, TWO, resolved), TWO.replaceAll('ACTIVE', 'REBOOT'));
    }));

  for (const only of ['source.fixAll.serverStatus', 'source.fixAll', 'source'])
    it(`fixes all servers on save, for a client that asks for ${only}`, () =>
      withClient({}, async (client) => {
        await client.open(JSON_FILE, WRONG);
        const [action, ...others] = await client.actions(JSON_FILE, onLine(0, 0), [only]);
        assert.equal(action?.kind, 'source.fixAll.serverStatus');
        assert.equal(applied(JSON_FILE, WRONG, action), WRONG.replace('ACTIVE', 'REBOOT'));
        assert.deepEqual(others, []);
      }));

  it('is none on save where nothing can be fixed', () =>
    withClient({}, async (client) => {
      await client.open(JSON_FILE, WRONG.replace('ACTIVE', 'REBOOT'));
      assert.deepEqual(await client.actions(JSON_FILE, onLine(0, 0), ['source.fixAll']), []);
    }));

  it('carries the version of the text, for a client that looks at it', () =>
    withClient(
      { capabilities: { workspace: { workspaceEdit: { documentChanges: true } } } },
      async (client) => {
        const [action] = await actionsIn(client, JSON_FILE, WRONG, 'json', 0);
        const [change] = action?.edit?.documentChanges ?? [];
        assert.ok(change !== undefined && 'textDocument' in change);
        assert.deepEqual(change.textDocument, { uri: JSON_FILE, version: 1 });
      },
    ));

  it('silences the rule only when it is chosen, for a client that waits for it', () =>
    withClient({ capabilities: LAZY }, async (client) => {
      await client.open(YAML_FILE, YAML, 'yaml');
      const title = 'Disable status-mismatch for this file';
      const action = titled(await client.actions(YAML_FILE, IN_YAML), title);
      assert.ok(action !== undefined && action.edit === undefined);
      const resolved = await client.resolve(action);
      assert.equal(
        applied(YAML_FILE, YAML, resolved),
        `# server-status-disable-file status-mismatch\n${YAML}`,
      );
      for (const data of [undefined, null, 7, { uri: 'file:///x', does: 'fix all' }])
        assert.equal((await client.resolve({ ...action, data })).edit, undefined);
    }));

  it('changes the config as it is on disk by now', () =>
    withClient({ files: { '/repo/.serverstatus.json': '{ "cloud": "openstack" }' } }, async (client) => {
      await client.open(JSON_FILE, WRONG);
      await client.diagnostics(JSON_FILE);
      const now = '{\n  "rules": {},\n  "cloud": "openstack"\n}\n';
      client.files.set('/repo/.serverstatus.json', now);
      const actions = await client.actions(JSON_FILE, onLine(0, STATUS));
      const action = actions.find(({ title }) => title.startsWith('Turn off'));
      assert.deepEqual(Object.keys(JSON.parse(applied(CONFIG, now, action))), [
        'rules',
        'cloud',
        'overrides',
      ]);
    }));

  it('changes a config that is open under another spelling of its URI', () =>
    withClient({ files: { '/repo/é/.serverstatus.json': '{}' } }, async (client) => {
      const config = 'file:///repo/%c3%a9/.serverstatus.json';
      await client.open(config, '{ "cloud": "openstack" }', 'jsonc');
      const uri = 'file:///repo/%c3%a9/a.json';
      const actions = await actionsIn(client, uri, WRONG, 'json', 0);
      const action = actions.find(({ title }) => title.startsWith('Turn off'));
      assert.deepEqual(Object.keys(action?.edit?.changes ?? {}), [config]);
    }));

  it('fills a config that is open and empty', () =>
    withClient({}, async (client) => {
      await client.open(CONFIG, '\n', 'jsonc');
      const actions = await actionsIn(client, JSON_FILE, WRONG, 'json', 0);
      const action = actions.find(({ title }) => title.startsWith('Turn off'));
      assert.ok('overrides' in JSON.parse(applied(CONFIG, '\n', action)));
    }));

  it('is found in a range that is the wrong way round, and without what a client has to send', () =>
    withClient({}, async (client) => {
      await client.open(JSON_FILE, WRONG);
      const range = { start: onLine(0, STATUS + 3).start, end: onLine(0, STATUS).start };
      assert.ok((await client.actions(JSON_FILE, range)).length > 0);
      const context = { only: null } as never;
      const actions = await client.actionsWith(JSON_FILE, onLine(0, STATUS), context);
      assert.equal(actions[0]?.title, 'Set status to REBOOT');
      assert.ok(!actions.some(({ kind }) => kind?.startsWith('source')));
    }));
});
