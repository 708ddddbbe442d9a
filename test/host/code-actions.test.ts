import assert from 'node:assert/strict';
import { workspace } from 'vscode';
import { codeActionsAt, diagnosticsOf, openFile, startExtension } from './editor';

describe('Quick fixes', () => {
  before(startExtension);

  for (const [name, wrong, right] of [
    [
      'a.json',
      '{"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": "rebooting", "status": "ACTIVE"}',
      '{"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": "rebooting", "status": "REBOOT"}',
    ],
    [
      'a.yaml',
      "OS-EXT-STS:vm_state: 'actve'\nstatus: ACTIVE # kept\n",
      "OS-EXT-STS:vm_state: 'active'\nstatus: ACTIVE # kept\n",
    ],
  ] as const) {
    it(`put the value of ${name} right and touch nothing else`, async () => {
      const { document } = await openFile(name, wrong);
      const [diagnostic] = await diagnosticsOf(document, 1);
      const actions = await codeActionsAt(document, diagnostic?.range);
      const preferred = actions.find(({ isPreferred }) => isPreferred);
      assert.ok(preferred?.edit);
      await workspace.applyEdit(preferred.edit);
      assert.equal(document.getText(), right);
      await diagnosticsOf(document, 0);
    });
  }
});
