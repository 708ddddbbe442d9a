import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { stateMap } from '../../src/map';
import { type Cloud, clouds } from '../../src/mapping';
import { inEnglish } from '../../src/words';
import { violations } from './axe';
import { collisions, mapFrame, tooWide } from './map-page';
import { themes } from './themes';
import { until } from './wait';
import { openWorkbench, type Workbench } from './workbench';

const SHOW = 'Server Status: Show State Map';
const SERVERS = [
  'servers:',
  '  - name: web',
  '    OS-EXT-STS:vm_state: active',
  '    OS-EXT-STS:task_state: resize_prep',
  '    status: RESIZE',
  '  - name: db',
  '    OS-EXT-STS:vm_state: paused',
  '    OS-EXT-STS:task_state: null',
  '    status: PAUSED',
  '  - OS-EXT-STS:task_state: rebooting',
  '    status: REBOOT',
  '',
].join('\n');

describe('A person who looks at the state map', () => {
  let workbench: Workbench;
  let frame: Frame;

  before(async () => {
    workbench = await openWorkbench(
      { 'servers.yaml': '' },
      { settings: { 'workbench.colorTheme': 'Default Light Modern' } },
    );
    await workbench.openFile('servers.yaml');
    await workbench.runCommand('View: Close All Editors');
    await workbench.press('Control+B');
    await workbench.page.setViewportSize({ width: 1480, height: 1560 });
    await workbench.runCommand(SHOW);
    frame = await mapFrame(workbench);
  });

  after(() => workbench?.close());

  for (const [id, { title, statuses }] of clouds) {
    it(`sees every status of ${id}, and no text over another`, async () => {
      await frame.locator('#cloud').selectOption(id);
      await frame.locator('#title', { hasText: title }).waitFor();
      const shown = await frame.locator('#matrix .status').allTextContents();
      assert.deepEqual([...new Set(shown)].sort(), Object.keys(statuses).sort());
      assert.deepEqual(await collisions(frame), []);
    });
  }

  it('moves by keys from status to status and reads the rule of one', async () => {
    await frame.locator('#cloud').selectOption('openstack');
    await frame.locator('#title', { hasText: 'OpenStack' }).waitFor();
    await frame.locator('#cloud').focus();
    await workbench.press('Tab');
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'Enter'])
      await workbench.press(key);
    const details = frame.locator('#details');
    await details.locator('h2', { hasText: 'active: REBOOT' }).waitFor();
    assert.match(
      await details.innerText(),
      /active \+ rebooting, reboot_pending or reboot_started gives REBOOT/,
    );
    assert.match((await details.locator('a').getAttribute('href')) ?? '', /^https:\/\/opendev\.org/);
    assert.equal(await frame.locator(':focus .status').textContent(), 'REBOOT');
  });

  it('reads every operation of Huawei Cloud with its call', async () => {
    await frame.locator('#cloud').selectOption('huaweicloud');
    await frame.locator('#title', { hasText: 'Huawei Cloud' }).waitFor();
    const table = frame.getByRole('table', { name: 'All operations' });
    const headings = table.locator('thead th[scope="col"]');
    assert.deepEqual(await headings.allInnerTexts(), [
      'operation',
      'API call',
      'from vm_state',
      'to vm_state',
      'note',
    ]);
    const told = await table
      .locator('tbody')
      .evaluateAll((bodies) =>
        bodies.map((body) => [
          body.querySelector('th[scope="rowgroup"] b')?.textContent,
          body.querySelector('code')?.textContent ?? null,
        ]),
      );
    const { operations } = stateMap(inEnglish, clouds.get('huaweicloud') as Cloud);
    assert.deepEqual(
      told,
      operations.map(({ label, call }) => [label, call]),
    );
  });

  it('loads nothing from elsewhere, and no script without its key', async () => {
    const policy = await frame.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    assert.match(
      policy ?? '',
      /^default-src 'none'; style-src 'self' https:\/\/\S+ 'nonce-[\w-]+'; script-src 'nonce-[\w-]+'$/,
    );
  });

  it('meets no hurdle that axe-core knows', async () => {
    assert.deepEqual(await violations(frame), []);
  });
});

describe('A person who works with the state map', () => {
  let workbench: Workbench;
  let frame: Frame;

  before(async () => {
    workbench = await openWorkbench({ 'servers.yaml': SERVERS });
    await workbench.openFile('servers.yaml');
    await workbench.goTo(2, 8);
    await workbench.runCommand(SHOW);
    frame = await mapFrame(workbench);
    await frame.locator('.cell.now', { hasText: 'RESIZE' }).waitFor();
  });

  after(() => workbench?.close());

  for (const theme of themes) {
    it(`sees the server at the cursor marked, and its way, in a theme that is ${theme.name}`, async () => {
      await workbench.changeTheme(theme);
      await frame.locator(`body[data-vscode-theme-kind="vscode-${theme.name}"]`).waitFor();
      assert.match(await frame.locator('#came').innerText(), /^active: resize, migrate$/);
      assert.match(await frame.locator('#next').innerText(), /resized: resize, migrate/);
    });

    it(`meets no hurdle that axe-core knows in a theme that is ${theme.name}`, async () => {
      assert.deepEqual(await violations(frame), []);
    });
  }

  it('sees the mark follow the cursor to another server, and go where there is none', async () => {
    await workbench.focusText();
    await workbench.goTo(8, 8);
    await frame.locator('.cell.now', { hasText: 'PAUSED' }).waitFor();
    await workbench.goTo(1, 1);
    await frame.locator('#way', { hasText: 'Put the cursor on a server' }).waitFor();
    assert.equal(await frame.locator('.cell.now').count(), 0);
    await workbench.goTo(2, 8);
    await frame.locator('.cell.now', { hasText: 'RESIZE' }).waitFor();
  });

  it('finds the servers of a state in the open files and goes to one', async () => {
    await frame.locator('.cell', { hasText: 'PAUSED' }).click();
    await frame.locator('button', { hasText: 'Find servers' }).click();
    await workbench.entry(/paused \+ null/);
    const [entry, ...others] = await workbench.entries();
    assert.match(entry ?? '', /paused \+ null, PAUSED\nservers\.yaml:6$/);
    assert.deepEqual(others, []);
    await workbench.press('Enter');
    await frame.locator('.cell.now', { hasText: 'PAUSED' }).waitFor();
    assert.match(await frame.locator('#came').innerText(), /active: pause/);
  });

  it('sets the server at the cursor to a state', async () => {
    await frame.locator('.cell', { hasText: 'SHUTOFF' }).click();
    await frame.locator('#task-state').selectOption({ label: 'powering-on' });
    await frame.locator('button', { hasText: 'Set the server' }).click();
    await frame.locator('.cell.now', { hasText: 'SHUTOFF' }).waitFor();
    // The map has the focus now, not the file.
    await workbench.page.locator('.view-line', { hasText: 'status: SHUTOFF' }).waitFor();
    await workbench.page.locator('.view-line', { hasText: 'task_state: powering-on' }).waitFor();
    assert.equal(await frame.locator(':focus').textContent(), 'Set the server to this state');
  });

  it('is told why a server cannot be set to a state of another cloud', async () => {
    await frame.locator('#cloud').selectOption('rackspace');
    await frame.locator('#title', { hasText: 'Rackspace' }).waitFor();
    const details = frame.locator('#details');
    const set = details.locator('button', { hasText: 'Set the server' });
    await frame.locator('.cell', { hasText: 'SUSPENDED' }).click();
    await details.locator('h2', { hasText: 'suspended: SUSPENDED' }).waitFor();
    assert.match(
      await details.innerText(),
      /The server is checked against OpenStack Nova; select that cloud to set its state\./,
    );
    assert.equal(await set.count(), 0);
    await frame.locator('#cloud').selectOption('openstack');
    await set.waitFor();
    assert.doesNotMatch(await details.innerText(), /is checked against/);
    await frame.locator('#cloud').selectOption('');
  });

  for (const [command, entry] of [
    ['Select Cloud', /^openstack\nOpenStack Nova · now: /],
    ['Set Server State', /^ACTIVE\nactive/],
    ['Insert Server', /^ACTIVE\n/],
  ] as const) {
    it(`means the file beside the map, which has the focus, with ${command}`, async () => {
      await workbench.quickPick(`Server Status: ${command}`);
      await workbench.entry(entry);
      await workbench.dismiss();
    });
  }

  it('finds a server whose vm_state is missing by its status', async () => {
    await workbench.quickPick('Server Status: Look Up');
    await workbench.type('REBOOT');
    await workbench.entry(/^REBOOT\nstatus/);
    await workbench.press('Enter');
    await workbench.entry(/^Insert REBOOT$/);
    await workbench.type('Find servers');
    await workbench.press('Enter');
    await workbench.entry(/^\? \+ rebooting, REBOOT\nservers\.yaml:10$/);
    await workbench.dismiss();
  });
});

describe('A person who has the state map in half of a window', () => {
  let workbench: Workbench;
  let frame: Frame;

  /** How wide and how high the map is, and the part of its height that the panel takes. */
  const sizes = async () => {
    const { clientWidth: width, clientHeight: height } = await frame
      .locator('html')
      .evaluate(({ clientWidth, clientHeight }) => ({ clientWidth, clientHeight }));
    const panel = (await frame.locator('#panels').boundingBox())?.height ?? 0;
    return { width, part: panel / height };
  };
  const fold = () => frame.getByRole('button', { name: 'About the chosen status and the server' });
  const isFolded = async () =>
    (await fold().getAttribute('aria-expanded')) === 'false' && (await frame.locator('#panel').isHidden());

  before(async () => {
    workbench = await openWorkbench({ 'servers.yaml': SERVERS, 'notes.txt': '' });
    await workbench.openFile('servers.yaml');
    await workbench.goTo(2, 8);
    await workbench.runCommand(SHOW);
    frame = await mapFrame(workbench);
    await frame.locator('.cell.now', { hasText: 'RESIZE' }).waitFor();
  });

  after(() => workbench?.close());

  for (const [what, command] of [
    ['beside the side bar', ''],
    ['without the side bar', 'View: Toggle Primary Side Bar Visibility'],
  ] as const) {
    it(`reads both tables of every cloud without scrolling sideways, ${what}`, async () => {
      const { width: before } = await sizes();
      if (command !== '') {
        await workbench.runCommand(command);
        await until('a wider map', async () => ((await sizes()).width > before ? true : undefined));
      }
      const { width } = await sizes();
      assert.ok(width > 440 && width < 640, String(width));
      for (const [id, { title }] of clouds) {
        await frame.locator('#cloud').selectOption(id);
        await frame.locator('#title', { hasText: title }).waitFor();
        assert.deepEqual(await tooWide(frame), []);
      }
      await frame.locator('#cloud').selectOption('');
      await frame.locator('#title', { hasText: 'OpenStack' }).waitFor();
    });

    it(`keeps two thirds of the height for the map, ${what}`, async () => {
      await frame.locator('.cell', { hasText: 'REBOOT' }).first().click();
      await frame.locator('#details h2', { hasText: 'active: REBOOT' }).waitFor();
      const { part } = await sizes();
      assert.ok(part > 0 && part <= 1 / 3, String(part));
    });
  }

  it('moves by keys what the diagram has beyond its edge', async () => {
    const diagram = frame.locator('#diagram');
    await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
    await until('a narrower map', async () => ((await sizes()).width < 500 ? true : undefined));
    await diagram.focus();
    await workbench.press('ArrowRight');
    await until('the diagram to move', async () =>
      (await diagram.evaluate(({ scrollLeft }) => scrollLeft)) > 0 ? true : undefined,
    );
  });

  it('meets no hurdle that axe-core knows', async () => {
    assert.deepEqual(await violations(frame), []);
  });

  it('folds the panel by a key, and it stays folded while the cursor moves', async () => {
    await fold().focus();
    await workbench.press('Enter');
    await until('the panel to be folded', async () => ((await isFolded()) ? true : undefined));
    assert.ok((await sizes()).part < 0.1);
    await workbench.focusText();
    await workbench.goTo(8, 8);
    await frame.locator('.cell.now', { hasText: 'PAUSED' }).waitFor();
    assert.ok(await isFolded());
    assert.deepEqual(await violations(frame), []);
  });

  it('finds it folded when the map was hidden meanwhile', async () => {
    // A file opens where the focus is: over the map.
    await workbench.runCommand(SHOW);
    await workbench.page
      .locator('.editor-group-container.active .tab.active', { hasText: 'State Map' })
      .waitFor();
    await workbench.openFile('notes.txt');
    await until('the map to be hidden', async () => (frame.isDetached() ? true : undefined));
    await workbench.runCommand(SHOW);
    frame = await mapFrame(workbench);
    assert.ok(await isFolded());
  });

  it('sees it unfold when a status is chosen', async () => {
    await frame.locator('.cell', { hasText: 'SUSPENDED' }).click();
    await frame.locator('#details h2', { hasText: 'suspended: SUSPENDED' }).waitFor();
    assert.equal(await isFolded(), false);
  });
});

describe('A person who writes an own cloud beside the state map', () => {
  const OWN = '{"clouds": {"mine": {"extends": "openstack", "title": "Mine"}}}\n';
  let workbench: Workbench;
  let frame: Frame;

  /** Writes the config file anew, and saves it. */
  const save = async (text: string) => {
    await workbench.focusText();
    await workbench.press('Control+A');
    await workbench.page.keyboard.insertText(text);
    await workbench.press('Control+S');
  };

  before(async () => {
    workbench = await openWorkbench({ '.serverstatus.json': '{}\n' });
    await workbench.openFile('.serverstatus.json');
    await workbench.runCommand(SHOW);
    frame = await mapFrame(workbench);
  });

  after(() => workbench?.close());

  it('can choose it as soon as it is saved', async () => {
    await save(OWN);
    await frame.locator('#cloud option[value="mine"]').waitFor({ state: 'attached' });
    await frame.locator('#cloud').selectOption('mine');
    await frame.locator('#title', { hasText: 'States of Mine' }).waitFor();
  });

  it("is back at the server's cloud where the chosen one is gone", async () => {
    await save('{}\n');
    await frame.locator('#title', { hasText: 'States of OpenStack Nova' }).waitFor();
    assert.deepEqual(await frame.locator('#cloud option:checked').allTextContents(), [
      'The cloud of the server at the cursor',
    ]);
  });
});
