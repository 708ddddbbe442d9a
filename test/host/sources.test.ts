import assert from 'node:assert/strict';
import { CodeActionKind, workspace } from 'vscode';
import {
  acceptFirst,
  codeActionsAt,
  diagnosticsOf,
  hoversAt,
  openAtCursor,
  openFile,
  startExtension,
} from './editor';

const SERVER =
  '{"server": {"status": "ACTIVE", "OS-EXT-STS:vm_state": "stopped", "OS-EXT-STS:task_state": null}}';

/** A wrong server in each kind of file: what it is called, its text, and how the value is written there. */
const FILES = [
  ['fixtures_test.go', `package fixtures\n\nconst stopped = \`${SERVER}\`\n`, '"ACTIVE"'],
  ['quoted_test.go', `package fixtures\n\nconst stopped = ${JSON.stringify(SERVER)}\n`, '\\"ACTIVE\\"'],
  ['test_servers.py', `STOPPED = ${SERVER.replaceAll('"', "'").replace('null', 'None')}\n`, "'ACTIVE'"],
  ['servers.ts', `export const stopped = \`${SERVER}\`;\n`, '"ACTIVE"'],
  ['servers.md', `# Servers\n\n- A stopped one:\n\n  \`\`\`json\n  ${SERVER}\n  \`\`\`\n`, '"ACTIVE"'],
  ['Servers.java', `class Servers {\n  String stopped = """\n      ${SERVER}\n      """;\n}\n`, '"ACTIVE"'],
] as const;

describe('A server in a source or a document', () => {
  before(startExtension);

  for (const [name, text, value] of FILES) {
    it(`has its finding, hover and fix in ${name}`, async () => {
      const { document } = await openFile(name, text);
      const [finding] = await diagnosticsOf(document, 1);
      assert.equal(document.getText(finding?.range), value);
      const hovers = await hoversAt(document, text.indexOf('ACTIVE'));
      assert.ok(hovers.some((hover) => hover.includes('`stopped` + `null` → `SHUTOFF`')));
      const actions = await codeActionsAt(document, finding?.range, CodeActionKind.QuickFix);
      const fix = actions.find(({ isPreferred }) => isPreferred);
      assert.ok(fix?.edit);
      await workspace.applyEdit(fix.edit);
      assert.equal(document.getText(), text.replace('ACTIVE', 'SHUTOFF'));
      await diagnosticsOf(document, 0);
    });
  }

  it('has its status completed in a raw string of Go', async () => {
    const marked = `package a\n\nconst s = \`${SERVER.replace('"ACTIVE"', '"|"')}\`\n`;
    assert.match(await acceptFirst(await openAtCursor('a_test.go', marked)), /"status": "SHUTOFF"/);
  });

  it('is silenced by a comment of the language', async () => {
    const [, text] = FILES[0];
    const { document } = await openFile('silent_test.go', text);
    const [finding] = await diagnosticsOf(document, 1);
    const actions = await codeActionsAt(document, finding?.range, CodeActionKind.QuickFix);
    const silence = actions.find(({ title }) => title === 'Disable status-mismatch for this line');
    assert.ok(silence?.edit, actions.map(({ title }) => title).join());
    await workspace.applyEdit(silence.edit);
    assert.match(document.getText(), /^\/\/ server-status-disable-next-line status-mismatch\nconst stopped/m);
    await diagnosticsOf(document, 0);
  });
});
