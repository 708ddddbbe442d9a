import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { CHINESE, englishIn, englishInMap } from '../l10n/chinese';
import { violations } from './axe';
import { explanationFrame } from './explanation';
import { collisions, mapFrame } from './map-page';
import { openWorkbench } from './open-workbench';
import { until } from './wait';
import type { Workbench } from './workbench';

const SERVER = `{
  "server": {
    "OS-EXT-STS:vm_state": "active",
    "OS-EXT-STS:task_state": "rebooting",
    "status": "ACTIVE"
  }
}
`;

describe('A person whose VS Code is Chinese', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({}, { language: 'zh-cn' });
  });

  after(() => workbench?.close());

  const startOver = async () => {
    await workbench.startOver({ 'server.json': SERVER });
    await workbench.openFile('server.json');
  };

  describe('beside a fixture', () => {
    before(() => startOver());

    it('reads of a wrong status in Chinese', async () => {
      const [problem, ...others] = await workbench.problems(1);
      assert.match(
        problem ?? '',
        /"active" \+ "rebooting" 得不出 status "ACTIVE"：按 OpenStack Nova 应为 "REBOOT"。/,
      );
      assert.deepEqual(others, []);
    });

    it('reads why in the hover', async () => {
      const hover = await workbench.hoverAt(5, 17);
      assert.match(hover, /task_state 是 "rebooting"。/);
      assert.match(hover, /应为：REBOOT：正在软重启/);
    });

    it('is offered what can be done about it', async () => {
      await workbench.goTo(5, 16);
      const titles = await workbench.lightBulb('将 status 设为 REBOOT');
      await workbench.press('Escape');
      assert.ok(titles.includes('显示 status-mismatch 的文档'), titles.join());
      assert.ok(titles.includes('设置服务器状态…'), titles.join());
    });

    it("opens the rule's page, and from there that of the config file", async () => {
      const title = '显示 status-mismatch 的文档';
      await workbench.lightBulb(title);
      await workbench.accept(title);
      const rule = await previewFrame(workbench, 'status-mismatch');
      const page = await rule.locator('body').innerText();
      assert.match(page, /默认级别：错误。\n.*快速修复“将 status 设为 REBOOT”。/s);
      assert.equal(englishIn(page), undefined);
      await rule.locator('a', { hasText: '.serverstatus.json' }).click();
      const config = await previewFrame(workbench, '配置文件');
      assert.match(await config.locator('body').innerText(), /以哪个文件为准/);
      await workbench.openFile('server.json');
    });

    it('finds the commands by their Chinese titles', async () => {
      const commands = await workbench.commandsFor('Server Status: ');
      // The English ones stand below.
      assert.ok(
        commands.includes('Server Status: 显示状态图\nServer Status: Show State Map'),
        commands.join('\n'),
      );
    });

    it('reads the cloud and the counts in the language status', async () => {
      const status = await workbench.languageStatus('OpenStack Nova');
      await workbench.press('Escape');
      assert.match(status, /1 台服务器，1 个问题/);
    });

    it('picks a state by the Chinese words of its meaning', async () => {
      await workbench.quickPick('Server Status: 设置服务器状态');
      await workbench.filter('救援');
      const entries = await until('the states with this word', async () => {
        const found = await workbench.entries();
        return found.length < 3 ? found : undefined;
      });
      await workbench.press('Escape');
      assert.match(entries[0] ?? '', /^RESCUE\nrescued\n.*救援/);
    });

    it('reads in Chinese what sets a task_state', async () => {
      await workbench.quickPick('Server Status: 设置服务器状态');
      await workbench.filter('REBOOT');
      await workbench.entry(/^REBOOT\n/);
      await workbench.press('Enter');
      const entry = await workbench.entry(/^rebooting\n/);
      await workbench.press('Escape');
      assert.match(entry, /由以下操作设置：soft_reboot（软重启）。/);
    });

    it('reads what is checked in the file', async () => {
      await workbench.runCommand('Server Status: 说明此文件中检查了什么');
      const frame = await explanationFrame(workbench, 'server.json');
      const page = await frame.locator('main').innerText();
      assert.match(page, /按 json 读取。\n+服务器\n+行\s+对象\s+对照的云\s+原因\n/);
      assert.match(
        page,
        /服务器：active \+ rebooting、ACTIVE\s+OpenStack Nova\s+文件中没有任何内容指向其他云/,
      );
    });
  });

  describe('in the state map', () => {
    let frame: Frame;

    before(async () => {
      await startOver();
      await workbench.goTo(4, 8);
      await workbench.press('Control+B');
      await workbench.page.setViewportSize({ width: 2000, height: 1560 });
      await workbench.runCommand('Server Status: 显示状态图');
      frame = await mapFrame(workbench);
    });

    it('sees the server at the cursor, and its way', async () => {
      await frame.locator('.cell.now', { hasText: 'REBOOT' }).waitFor();
      await frame.locator('#way h2', { hasText: '光标处的服务器：active + rebooting、ACTIVE' }).waitFor();
      assert.match(await frame.locator('#came').innerText(), /^active：soft reboot$/);
      assert.equal(await frame.locator('html').getAttribute('lang'), 'zh-cn');
    });

    it('reads the rule of a status', async () => {
      await frame.locator('.cell', { hasText: 'REBOOT' }).first().click();
      const details = frame.locator('#details');
      await details.locator('h2', { hasText: 'active：REBOOT' }).waitFor();
      assert.match(
        await details.innerText(),
        /active \+ rebooting、reboot_pending 或 reboot_started 得出 REBOOT。依据状态表中的行。\s+来源：nova\/api/,
      );
    });

    for (const [id, { title }] of CHINESE.clouds) {
      it(`reads no English sentence in that of ${id}, and no text over another`, async () => {
        await frame.locator('#cloud').selectOption(id);
        await frame.locator('#title', { hasText: `${title} 的状态` }).waitFor();
        const shown = await frame.locator('body').evaluate((body) => {
          const all = [...body.querySelectorAll('*')];
          const told = all.flatMap((one) =>
            ['title', 'aria-label'].map((name) => one.getAttribute(name) ?? ''),
          );
          const texts = all.flatMap((one) => [...one.childNodes]).filter(({ nodeType }) => nodeType === 3);
          return [...told, ...texts.map(({ textContent }) => textContent ?? '')];
        });
        assert.ok(shown.includes('不改变 vm_state 的操作'));
        assert.deepEqual(
          shown.flatMap((text) => englishInMap(text) ?? []),
          [],
        );
        assert.deepEqual(await collisions(frame), []);
      });
    }

    it('reads the operations', async () => {
      const table = frame.getByRole('table', { name: '全部操作' });
      assert.match(await table.innerText(), /live migrate\s+热迁移\s+os-migrateLive\s+active、paused\s+不变/);
    });

    it('meets no hurdle that axe-core knows', async () => {
      assert.deepEqual(await violations(frame), []);
    });
  });
});

/** The Markdown preview whose page has this heading. */
function previewFrame({ page }: Workbench, heading: string): Promise<Frame> {
  return until(`the page ${heading}`, async () => {
    for (const frame of page.frames()) {
      const [shown] = await frame
        .locator('h1')
        .allInnerTexts()
        .catch(() => []);
      if (shown === heading) return frame;
    }
    return undefined;
  });
}
