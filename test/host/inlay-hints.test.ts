import assert from 'node:assert/strict';
import { commands, type InlayHint, Range, type TextDocument, workspace } from 'vscode';
import { openFile, startExtension, until } from './editor';

const TEXT = 'server:\n  OS-EXT-STS:vm_state: active\n  OS-EXT-STS:task_state: rebooting\n';

async function hintsIn(document: TextDocument): Promise<InlayHint[]> {
  const all = new Range(0, 0, document.lineCount, 0);
  return commands.executeCommand<InlayHint[]>('vscode.executeInlayHintProvider', document.uri, all);
}

describe('Inlay hints', () => {
  before(startExtension);

  it('say the status that a server lacks, and hold what writes it', async () => {
    const { document } = await openFile('server.yaml', TEXT);
    const [hint] = await hintsIn(document);
    assert.equal(hint?.label, '→ REBOOT');
    assert.deepEqual([hint?.position.line, hint?.position.character], [2, 34]);
    assert.equal(hint?.textEdits?.[0]?.newText, '\n  status: REBOOT');
  });

  it('follow the setting', async () => {
    const { document } = await openFile('server.yaml', `${TEXT}  status: REBOOT\n`);
    assert.deepEqual(await hintsIn(document), []);
    const settings = workspace.getConfiguration('serverStatus');
    await settings.update('inlayHints', 'all', true);
    try {
      const hint = await until('the hint', async () => (await hintsIn(document))[0]);
      assert.equal(hint.label, '→ REBOOT');
      const wrong = await openFile('server.yaml', `${TEXT}  status: ACTIVE\n`);
      const [other] = await hintsIn(wrong.document);
      assert.equal(other?.textEdits?.[0]?.newText, 'REBOOT');
    } finally {
      await settings.update('inlayHints', undefined, true);
    }
  });
});
