import assert from 'node:assert/strict';
import { commands, Selection, TabInputWebview, window } from 'vscode';
import { openFile, startExtension, until } from './editor';

/** The titles of the explanations that are open. What they say is read in the page's tests. */
function explanations(): string[] {
  return window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof TabInputWebview && input.viewType.endsWith('explanation'))
    .map(({ label }) => label);
}

describe('Explain file', () => {
  before(startExtension);
  beforeEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('opens one page beside the file, and shows the next file in it', async () => {
    for (const name of ['a.json', 'b.yaml']) {
      await openFile(name, '{"server": {"status": "ACTIVE", "OS-EXT-STS:vm_state": "active"}}');
      await commands.executeCommand('serverStatus.explainFile');
      await until(`the page of ${name}`, () =>
        explanations().join() === `${name}, explained` ? true : undefined,
      );
    }
  });

  it('leads to a place in the editor that shows the file', async () => {
    const { document } = await openFile('a.json', '{\n"server": {}}');
    await commands.executeCommand('serverStatus.showPlace', document.uri.toString(), 1, 10);
    const selection = await until('the cursor', () =>
      window.activeTextEditor?.document === document ? window.activeTextEditor.selection : undefined,
    );
    assert.deepEqual(selection, new Selection(1, 10, 1, 10));
  });
});
