import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { violations } from './axe';
import { explanationFrame } from './explanation';
import { sharedWorkbench } from './open-workbench';
import { until } from './wait';
import type { Workbench } from './workbench';

const HUAWEI = `{ "server": {
  "status": "ACTIVE", "OS-EXT-STS:vm_state": "active",
  "enterprise_project_id": "0"
} }
`;
/** More findings than VS Code keeps of a file. */
const MANY = '- {vm_state: active, task_state: null, status: ERROR}\n'.repeat(1001);
const CELL = 'server:\n  status: UNKNOWN\n';

describe('A person who wonders what is checked', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await sharedWorkbench({
      'huawei.json': HUAWEI,
      'cell.yaml': CELL,
      'many.yaml': MANY,
      'notes.txt': 'status',
    });
  });

  /** The rows of the page's tables, their cells side by side, once the page is about this file. */
  async function explained(name: string): Promise<{ frame: Frame; text: string; rows: string[] }> {
    await workbench.openFile(name);
    await workbench.runCommand('Server Status: Explain What Is Checked in This File');
    const frame = await explanationFrame(workbench, name);
    const rows = await frame
      .locator('tbody tr')
      .evaluateAll((all) =>
        all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent).join(' | ')),
      );
    return { frame, text: (await frame.locator('main').textContent()) ?? '', rows };
  }

  it('reads which servers the file holds, to which cloud each is held, and why', async () => {
    const { frame, rows } = await explained('huawei.json');
    assert.deepEqual(rows, [
      '1 | server: active + null, ACTIVE | Huawei Cloud ECS | detected by enterprise_project_id, line 3',
    ]);
    assert.match(
      await frame.locator('table').ariaSnapshot(),
      /columnheader "line"[\s\S]*rowgroup:[\s\S]*link "1"/,
    );
  });

  it('meets no hurdle that axe-core knows', async () => {
    const { frame } = await explained('huawei.json');
    // The page lets no script run, and axe-core waits for timers; so it is asked about a copy.
    const copy = await workbench.page.context().newPage();
    await copy.setContent(await frame.content());
    assert.deepEqual(await violations(copy.mainFrame()), []);
    await copy.close();
  });

  it('goes to the place that named the cloud', async () => {
    const { frame } = await explained('huawei.json');
    await frame.locator('tbody a', { hasText: '3' }).click();
    await until('the cursor on line 3', async () =>
      (await workbench.position()) === 'Ln 3, Col 4' ? true : undefined,
    );
  });

  it('reads why an object that looks like a server is left alone', async () => {
    const { rows } = await explained('cell.yaml');
    assert.deepEqual(rows, ['2 | it has a status, but no vm_state or task_state to check it against']);
  });

  it('reads how many findings the editor does not show', async () => {
    const { text } = await explained('many.yaml');
    assert.match(text, /It has 1001 findings\. VS Code shows the 1000 most severe\./);
  });

  it('reads why nothing at all is checked', async () => {
    const { text } = await explained('notes.txt');
    assert.match(text, /This file is not checked: its language is plaintext/);
  });
});
