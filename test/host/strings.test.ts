import assert from 'node:assert/strict';
import { workspace } from 'vscode';
import { codeActionsAt, diagnosticsOf, hoversAt, openFile, startExtension, until } from './editor';

/** A Mockoon route: the answer's body is JSON in a JSON string. */
const BODY = { server: { status: 'ACTIVE', 'OS-EXT-STS:vm_state': 'paused', 'OS-EXT-STS:task_state': null } };
const ROUTE = JSON.stringify({ statusCode: 200, body: JSON.stringify(BODY) }, null, 2);

describe('A server in a string', () => {
  before(startExtension);

  it('has its finding at its own value', async () => {
    const { document } = await openFile('route.json', ROUTE);
    const [finding] = await diagnosticsOf(document, 1);
    assert.equal(document.getText(finding?.range), '\\"ACTIVE\\"');
  });

  it('is explained by the hover', async () => {
    const { document } = await openFile('route.json', ROUTE);
    const [text = ''] = await hoversAt(document, ROUTE.indexOf('ACTIVE'));
    assert.match(text, /`paused` \+ `null` → `PAUSED`/);
  });

  it('is put right by a quick fix that is escaped for the string', async () => {
    const { document } = await openFile('route.json', ROUTE);
    const [finding] = await diagnosticsOf(document, 1);
    const actions = await codeActionsAt(document, finding?.range);
    const fix = actions.find(({ isPreferred }) => isPreferred);
    assert.ok(fix?.edit);
    await workspace.applyEdit(fix.edit);
    const fixed = { server: { ...BODY.server, status: 'PAUSED' } };
    assert.deepEqual(JSON.parse(JSON.parse(document.getText()).body), fixed);
  });

  it('is left alone where serverStatus.embeddedJson is off', async () => {
    const { document } = await openFile('route.json', ROUTE);
    await diagnosticsOf(document, 1);
    const settings = workspace.getConfiguration('serverStatus');
    await settings.update('embeddedJson', false, true);
    try {
      await diagnosticsOf(document, 0);
    } finally {
      await settings.update('embeddedJson', undefined, true);
    }
    assert.equal(
      await until('the finding to be back', async () => (await diagnosticsOf(document, 1)).length),
      1,
    );
  });
});
