import assert from 'node:assert/strict';
import { commands, TabInputWebview, window } from 'vscode';
import { openFile, startExtension, until } from './editor';

/** The tabs that show the state map. */
const maps = () =>
  window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(
      ({ input }) => input instanceof TabInputWebview && input.viewType.includes('serverStatus.stateMap'),
    );

describe('The state map', () => {
  before(startExtension);
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('opens beside the file, once', async () => {
    await openFile('a.json', '{"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": null}');
    await commands.executeCommand('serverStatus.showStateMap');
    const tab = await until('the map', () => maps()[0]);
    assert.equal(tab.label, 'State Map');
    assert.equal(window.tabGroups.all.length, 2);
    await commands.executeCommand('serverStatus.showStateMap');
    assert.equal(maps().length, 1);
  });

  it('opens without a file, and again after it was closed', async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await commands.executeCommand('serverStatus.showStateMap');
    await until('the map', () => maps()[0]);
    await commands.executeCommand('workbench.action.closeAllEditors');
    await until('the map to be closed', () => (maps().length === 0 ? true : undefined));
    await commands.executeCommand('serverStatus.showStateMap');
    await until('the map again', () => maps()[0]);
  });
});
