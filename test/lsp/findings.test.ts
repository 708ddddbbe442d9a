import assert from 'node:assert/strict';
import { onLine, withClient } from './client';

const JSON_FILE = 'file:///repo/web-1.json';
const YAML_FILE = 'file:///repo/web-1.yaml';

const WRONG = `{ "server": {
  "name": "web-1",
  "status": "ACTIVE",
  "OS-EXT-STS:vm_state": "active",
  "OS-EXT-STS:task_state": "rebooting"
} }`;
const WRONG_YAML = 'status: ACTIVE\nOS-EXT-STS:vm_state: active\nOS-EXT-STS:task_state: rebooting\n';
const RIGHT = WRONG.replace('ACTIVE', 'REBOOT');
const STATUS = onLine(2, 12, 20);

describe('The language server', () => {
  it('finds a wrong status in a file that is opened, under exactly the value', () =>
    withClient({}, async (client) => {
      await client.open(JSON_FILE, WRONG);
      const [finding, ...others] = await client.diagnostics(JSON_FILE);
      assert.deepEqual(finding?.range, STATUS);
      assert.deepEqual(
        [finding?.severity, finding?.source, finding?.code],
        [1, 'server-status', 'status-mismatch'],
      );
      assert.match(String(finding?.message), /OpenStack Nova gives "REBOOT"\. Server: "web-1"\.$/);
      assert.deepEqual(others, []);
    }));

  it('says which version of the document it has checked', () =>
    withClient({}, async (client) => {
      await client.open(JSON_FILE, WRONG);
      await client.diagnostics(JSON_FILE, ({ version }) => version === 1);
      await client.change(JSON_FILE, 2, [{ text: RIGHT }]);
      assert.deepEqual(await client.diagnostics(JSON_FILE, ({ version }) => version === 2), []);
    }));

  it('follows changes that are sent one after the other, in UTF-16 code units', () =>
    withClient({}, async (client) => {
      await client.open(JSON_FILE, WRONG.replaceAll('\n', '\r\n'));
      await client.diagnostics(JSON_FILE);
      // The second change applies to the text after the first.
      await client.change(JSON_FILE, 2, [
        { range: onLine(2, 2, 2), text: '"flavor": "😀", ' },
        { range: onLine(2, 29, 35), text: 'REBOOT' },
      ]);
      assert.deepEqual(await client.diagnostics(JSON_FILE), []);
      await client.change(JSON_FILE, 3, [{ range: onLine(2, 29, 35), text: 'PAUSED' }]);
      const [finding] = await client.diagnostics(JSON_FILE);
      assert.deepEqual(finding?.range, onLine(2, 28, 36));
    }));

  it('waits for a rest in the typing, and then checks the last version alone', () =>
    withClient({}, async (client) => {
      await client.open(JSON_FILE, WRONG);
      await client.diagnostics(JSON_FILE);
      for (const [i, text] of ['P', 'PA', 'REBOOT'].entries())
        await client.change(JSON_FILE, 2 + i, [{ text: WRONG.replace('ACTIVE', text) }]);
      assert.deepEqual(await client.diagnostics(JSON_FILE), []);
      assert.deepEqual(client.published, []);
    }));

  it('takes the findings back when the file is closed', () =>
    withClient({}, async (client) => {
      await client.open(JSON_FILE, WRONG);
      assert.equal((await client.diagnostics(JSON_FILE)).length, 1);
      await client.close(JSON_FILE);
      assert.deepEqual(await client.diagnostics(JSON_FILE), []);
    }));

  it('says which values a finding follows from, to a client that shows them', () =>
    withClient(
      { capabilities: { textDocument: { publishDiagnostics: { relatedInformation: true } } } },
      async (client) => {
        await client.open(JSON_FILE, WRONG);
        const [finding] = await client.diagnostics(JSON_FILE);
        assert.deepEqual(
          finding?.relatedInformation?.map(({ location }) => [location.uri, location.range]),
          [
            [JSON_FILE, onLine(3, 25, 33)],
            [JSON_FILE, onLine(4, 27, 38)],
          ],
        );
      },
    ));

  it('leaves them out for any other client', () =>
    withClient({}, async (client) => {
      await client.open(JSON_FILE, WRONG);
      const [finding] = await client.diagnostics(JSON_FILE);
      assert.equal(finding?.relatedInformation, undefined);
    }));

  it('checks YAML', () =>
    withClient({}, async (client) => {
      await client.open(YAML_FILE, WRONG_YAML, 'yaml');
      assert.deepEqual((await client.diagnostics(YAML_FILE))[0]?.range, onLine(0, 8, 14));
    }));

  it('checks a document that is in no folder', () =>
    withClient({}, async (client) => {
      await client.open('untitled:Untitled-1', WRONG);
      assert.equal((await client.diagnostics('untitled:Untitled-1')).length, 1);
    }));

  for (const [languageId, name, text] of [
    ['sh', 'boot.sh', `curl -d '${WRONG}'`],
    ['cs', 'Server.cs', `var s = """\n${WRONG}\n""";`],
    ['rst', 'server.rst', `.. code-block:: json\n\n   ${WRONG.replaceAll('\n', '\n   ')}\n`],
    ['yaml.ansible', 'server.yml', WRONG_YAML],
  ] as const)
    it(`reads ${name} by its name where the client calls the language ${languageId}`, () =>
      withClient({}, async (client) => {
        const uri = `file:///repo/${name}`;
        await client.open(uri, text, languageId);
        assert.equal((await client.diagnostics(uri)).length, 1);
      }));

  it('leaves a language alone that it does not read', () =>
    withClient({}, async (client) => {
      const uri = 'file:///repo/server.lua';
      await client.open(uri, WRONG_YAML, 'lua');
      assert.deepEqual(await client.diagnostics(uri), []);
      assert.equal(await client.hover(uri, 0, 10), null);
    }));

  it('speaks the language of the client', () =>
    withClient({ locale: 'zh-CN' }, async (client) => {
      await client.open(JSON_FILE, WRONG);
      assert.match(String((await client.diagnostics(JSON_FILE))[0]?.message), /[\u4e00-\u9fff]/);
    }));

  it('goes by the changes where a client does not count its versions up', () =>
    withClient({}, async (client) => {
      await client.open(JSON_FILE, WRONG);
      await client.diagnostics(JSON_FILE);
      await client.change(JSON_FILE, 1, [{ text: `\n${WRONG}` }]);
      assert.deepEqual((await client.diagnostics(JSON_FILE))[0]?.range, onLine(3, 12, 20));
    }));

  it('keeps a document that is open under another spelling of its URI', () =>
    withClient({}, async (client) => {
      await client.open('file:///repo/a%20b.json', WRONG);
      await client.open('file:///repo/a b.json', WRONG);
      assert.equal((await client.diagnostics('file:///repo/a b.json')).length, 1);
      await client.close('file:///repo/a b.json');
      assert.notEqual(await client.hover('file:///repo/a%20b.json', 2, 15), null);
    }));
});
