import assert from 'node:assert/strict';
import { onLine, withClient } from './client';

const FILE = 'file:///repo/web-1.json';
const TEXT = '{"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": "rebooting", "status": ""}';
const IN_STATUS = TEXT.length - 2;
const WITHOUT = '{"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": "rebooting"}';
const SNIPPETS = { textDocument: { completion: { completionItem: { snippetSupport: true } } } };

describe('The language server', () => {
  it('explains the value under the cursor', () =>
    withClient({}, async (client) => {
      await client.open(FILE, TEXT);
      const hover = await client.hover(FILE, 0, TEXT.indexOf('rebooting'));
      assert.match(JSON.stringify(hover?.contents), /`active` \+ `rebooting` → `REBOOT`/);
      const start = TEXT.indexOf('"rebooting"');
      assert.deepEqual(hover?.range, onLine(0, start, start + '"rebooting"'.length));
    }));

  it('has nothing to say of other values', () =>
    withClient({}, async (client) => {
      await client.open(FILE, '{"name": "web-1"}');
      assert.equal(await client.hover(FILE, 0, 12), null);
    }));

  it('offers first the status that fits', () =>
    withClient({}, async (client) => {
      await client.open(FILE, TEXT);
      const [first, second] = (await client.complete(FILE, 0, IN_STATUS)) ?? [];
      assert.equal(first?.label, 'REBOOT');
      assert.deepEqual(first?.textEdit, {
        range: onLine(0, IN_STATUS - 1, IN_STATUS + 1),
        newText: '"REBOOT"',
      });
      assert.ok((first?.sortText ?? '') < (second?.sortText ?? ''));
    }));

  it('completes what was typed since, not what was opened', () =>
    withClient({}, async (client) => {
      await client.open(FILE, '{}');
      await client.change(FILE, 2, [{ range: onLine(0, 0, 2), text: TEXT }]);
      assert.equal((await client.complete(FILE, 0, IN_STATUS))?.[0]?.label, 'REBOOT');
    }));

  it('offers whole servers to a client that can fill in names', async () => {
    const text = '{"servers": []}';
    const kinds = async (capabilities: object) => {
      let found: unknown[] = [];
      await withClient({ capabilities }, async (client) => {
        await client.open(FILE, text);
        found = ((await client.complete(FILE, 0, text.indexOf(']'))) ?? []).map(
          ({ insertTextFormat }) => insertTextFormat,
        );
      });
      return found;
    };
    assert.ok((await kinds(SNIPPETS)).includes(2));
    assert.deepEqual(await kinds({}), []);
  });

  it('shows the status of a server that has none', () =>
    withClient({}, async (client) => {
      await client.open(FILE, WITHOUT);
      const [hint, ...others] = (await client.hints(FILE)) ?? [];
      assert.deepEqual(
        [hint?.label, hint?.position],
        ['→ REBOOT', { line: 0, character: WITHOUT.length - 1 }],
      );
      assert.match(hint?.textEdits?.[0]?.newText ?? '', /"status": "REBOOT"/);
      assert.deepEqual(others, []);
    }));

  it('shows no status if the settings say so', () =>
    withClient({ initializationOptions: { inlayHints: 'off' } }, async (client) => {
      await client.open(FILE, WITHOUT);
      assert.deepEqual(await client.hints(FILE), []);
    }));

  it('says its name and version', async () => {
    const { Client } = await import('./client');
    const client = new Client({});
    const { serverInfo } = (await client.start()) as { serverInfo: unknown };
    client.end();
    assert.deepEqual(serverInfo, { name: 'server-status', version: '1.2.3' });
  });

  it('sends plain text to a client that shows nothing else', () => {
    const textDocument = {
      hover: { contentFormat: ['plaintext' as const] },
      completion: { completionItem: { documentationFormat: ['plaintext' as const] } },
    };
    return withClient({ capabilities: { textDocument } }, async (client) => {
      await client.open(FILE, TEXT);
      const hover = await client.hover(FILE, 0, TEXT.indexOf('rebooting'));
      const [first] = (await client.complete(FILE, 0, IN_STATUS)) ?? [];
      for (const markup of [hover?.contents, first?.documentation])
        assert.equal(markup && typeof markup === 'object' && 'kind' in markup && markup.kind, 'plaintext');
    });
  });

  it('completes nothing that goes over several lines, which the protocol does not have', () =>
    withClient({}, async (client) => {
      const text = 'server:\n  OS-EXT-STS:vm_state:\n    act\n    ive\n  status: ACTIVE\n';
      await client.open('file:///repo/a.yaml', text, 'yaml');
      assert.equal(await client.complete('file:///repo/a.yaml', 2, 7), null);
    }));
});
