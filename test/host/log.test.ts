import assert from 'node:assert/strict';
import { CancellationTokenSource, commands, Uri, workspace } from 'vscode';
import { ConfigFiles } from '../../src/editor/config-files';
import type { Log } from '../../src/editor/log';
import { Served } from '../../src/editor/served';
import { newFolder, openFile, startExtension, writeText } from './editor';

const WRONG = '{"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": "rebooting", "status": "ACTIVE"}\n';

/** A door of its own, whose log is a list of lines: what an output channel holds, VS Code shows to people alone. */
function openDoor() {
  const lines: string[] = [];
  const at = (level: string) => (text: string) => lines.push(`${level} ${text}`);
  const log = { debug: at('debug'), info: at('info'), error: at('error') } as unknown as Log;
  return { served: new Served(new ConfigFiles(), log), lines };
}

describe('The log', () => {
  before(startExtension);

  it('is shown by its command', () => commands.executeCommand('serverStatus.showLog'));

  it('says what was read, once a version', async () => {
    const { served, lines } = openDoor();
    const { document } = await openFile('a.json', WRONG);
    await served.open(document);
    await served.open(document);
    served.dispose();
    assert.equal(lines.length, 1);
    assert.match(lines[0] ?? '', /^debug \S+\/a\.json: 1 servers, 0 objects left alone$/);
  });

  it('says which file the config leaves out, and nobody gets its fixture', async () => {
    const { served, lines } = openDoor();
    const folder = await newFolder();
    await writeText(Uri.joinPath(folder, '.serverstatus.json'), '{ "ignore": ["**/ignored.json"] }');
    const { document } = await openFile('ignored.json', WRONG, folder);
    assert.equal(await served.open(document), undefined);
    served.dispose();
    assert.match(lines.at(-1) ?? '', /^info \S+\/ignored\.json: not served: the config file ignores it$/);
  });

  it('says which file is too large, as the language status does with the setting', async () => {
    const settings = workspace.getConfiguration('serverStatus');
    const { served, lines } = openDoor();
    const { document } = await openFile('large.json', WRONG);
    try {
      await settings.update('maxFileSize', 0.00001, true);
      const { isTooLarge, refusal } = await served.look(document);
      assert.deepEqual([isTooLarge, refusal], [true, 'larger than serverStatus.maxFileSize']);
      assert.match(lines.at(-1) ?? '', /not served: larger than serverStatus\.maxFileSize$/);
    } finally {
      await settings.update('maxFileSize', undefined, true);
      served.dispose();
    }
  });

  it('has the stack of an error, which stops nothing else', async () => {
    const { served, lines } = openDoor();
    const { document } = await openFile('a.json', WRONG);
    const { token } = new CancellationTokenSource();
    const fail = () => {
      throw new Error('a mistake of ours');
    };
    assert.equal(await served.use(document, token, fail), undefined);
    await served.guard('an event', fail);
    assert.equal(await served.use(document, token, ({ fixture }) => fixture.servers.length), 1);
    served.dispose();
    const [ofUse, ofEvent] = lines.filter((line) => line.startsWith('error'));
    assert.match(ofUse ?? '', /^error \S+\/a\.json: Error: a mistake of ours\n\s+at /);
    assert.match(ofEvent ?? '', /^error an event: Error: a mistake of ours\n\s+at /);
  });
});
