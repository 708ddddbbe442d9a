import assert from 'node:assert/strict';
import { type Setup, withClient } from './client';

const FILE = 'file:///repo/web-1.json';

/** Right for OpenStack, unlisted for Rackspace. */
const SHELVED = '{"OS-EXT-STS:vm_state": "shelved", "OS-EXT-STS:task_state": null, "status": "SHELVED"}';
const WRONG = SHELVED.replace('SHELVED', 'ACTIVE');

/** The codes of what is found in a file under some settings. */
async function codesUnder(setup: Setup, text: string): Promise<unknown[]> {
  let codes: unknown[] = [];
  await withClient(setup, async (client) => {
    await client.open(FILE, text);
    codes = (await client.diagnostics(FILE)).map(({ code }) => code);
  });
  return codes;
}

describe('The settings of the language server', () => {
  it('are not needed', async () => assert.deepEqual(await codesUnder({}, SHELVED), []));

  for (const [where, setup] of [
    ['initializationOptions', { initializationOptions: { cloud: 'rackspace' } }],
    ['a section of them', { initializationOptions: { serverStatus: { cloud: 'rackspace' } } }],
    ['the configuration', { configuration: { cloud: 'rackspace' } }],
    [
      'the configuration, which takes precedence',
      { initializationOptions: { cloud: 'openstack' }, configuration: { cloud: 'rackspace' } },
    ],
  ] as const)
    it(`can come from ${where}`, async () => assert.notDeepEqual(await codesUnder(setup, SHELVED), []));

  it('set the severity of a rule', async () => {
    const rules = { 'status-mismatch': 'off' };
    assert.deepEqual(await codesUnder({ initializationOptions: { rules } }, WRONG), []);
  });

  it('switch everything off', async () =>
    assert.deepEqual(await codesUnder({ initializationOptions: { enable: false } }, WRONG), []));

  it('name the languages', async () =>
    assert.deepEqual(await codesUnder({ initializationOptions: { languages: ['yaml'] } }, WRONG), []));

  it('limit the size of a file', async () =>
    assert.deepEqual(await codesUnder({ initializationOptions: { maxFileSize: 0.00001 } }, WRONG), []));

  for (const invalid of [7, null, ['cloud'], { cloud: 7, rules: 'off', languages: 'yaml', maxFileSize: -1 }])
    it(`count as unset where they are ${JSON.stringify(invalid)}`, async () =>
      assert.deepEqual(await codesUnder({ initializationOptions: invalid }, WRONG), ['status-mismatch']));

  it('apply at once when the client sends others', () =>
    withClient({}, async (client) => {
      await client.open(FILE, WRONG);
      assert.equal((await client.diagnostics(FILE)).length, 1);
      const settings = { serverStatus: { enable: false } };
      await client.notify('workspace/didChangeConfiguration', { settings });
      assert.deepEqual(await client.diagnostics(FILE), []);
    }));

  it('are asked for again when they change', () =>
    withClient({ configuration: {} }, async (client) => {
      await client.open(FILE, WRONG);
      await client.diagnostics(FILE, ({ diagnostics }) => diagnostics.length === 1);
      client.configuration = { enable: false };
      await client.notify('workspace/didChangeConfiguration', { settings: null });
      await client.diagnostics(FILE, ({ diagnostics }) => diagnostics.length === 0);
    }));

  it('decide at once whether the JSON in strings is read', () => {
    const text = JSON.stringify({ body: WRONG });
    return withClient({}, async (client) => {
      await client.open(FILE, text);
      assert.equal((await client.diagnostics(FILE)).length, 1);
      await client.notify('workspace/didChangeConfiguration', { settings: { embeddedJson: false } });
      assert.deepEqual(await client.diagnostics(FILE), []);
    });
  });

  it('are the initial ones as long as the client does not answer', () =>
    withClient({ initializationOptions: { enable: true }, configuration: null }, async (client) => {
      await client.open(FILE, WRONG);
      assert.equal((await client.diagnostics(FILE)).length, 1);
    }));

  it('show other hints at once', () =>
    withClient({}, async (client) => {
      const right = WRONG.replace('"ACTIVE"', '"SHELVED"');
      await client.open(FILE, right);
      assert.deepEqual(await client.hints(FILE), []);
      await client.notify('workspace/didChangeConfiguration', { settings: { inlayHints: 'all' } });
      assert.equal((await client.hints(FILE))?.length, 1);
    }));

  it('may be null, as may all that a client leaves out', () =>
    withClient({ initializationOptions: null, params: { locale: null } }, async (client) => {
      await client.open(FILE, WRONG);
      assert.equal((await client.diagnostics(FILE)).length, 1);
    }));

  it('survive a client that refuses to show other hints', () =>
    withClient({ capabilities: { workspace: { inlayHint: { refreshSupport: true } } } }, async (client) => {
      await client.open(FILE, WRONG);
      assert.equal((await client.diagnostics(FILE)).length, 1);
      await client.notify('workspace/didChangeConfiguration', { settings: { enable: false } });
      assert.deepEqual(await client.diagnostics(FILE), []);
      await client.notify('workspace/didChangeConfiguration', { settings: { enable: true } });
      assert.equal((await client.diagnostics(FILE)).length, 1);
    }));
});
