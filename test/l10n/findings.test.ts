import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { clouds } from '../../src/mapping';
import { check, checkText, complete, hover, type Options, readFixture } from '../../src/service';
import { readConfig } from '../../src/service/config';
import { CHINESE, englishIn } from './chinese';

/** A wrong server of each rule, as its page shows it. */
const PAGES = readdirSync('docs/rules').map((file) => {
  const page = readFileSync(`docs/rules/${file}`, 'utf8');
  const [, language, text] = /```(json|yaml)\n([\s\S]*?)```/.exec(page) ?? [];
  return { rule: file.replace('.md', ''), language: language ?? '', text: text ?? '' };
});

/** The only finding of a server, in Chinese. */
function messageOf(server: Record<string, unknown>): string | undefined {
  const text = JSON.stringify({ server });
  return check(readFixture(text, 'json'), CHINESE)[0]?.message;
}

describe('Findings in Chinese', () => {
  for (const { rule, language, text } of PAGES) {
    it(`tell of ${rule} in Chinese, places and fixes too`, () => {
      const found = checkText(text, language, CHINESE).find((finding) => finding.rule === rule);
      assert.ok(found, 'there is a finding');
      const said = [
        found.message,
        ...found.related.map(({ message }) => message),
        ...found.fixes.map(({ title }) => title),
      ];
      for (const one of said) assert.match(one, /\p{Script=Han}/u);
      assert.deepEqual(
        said.map(englishIn),
        said.map(() => undefined),
      );
    });
  }

  it('name the status that the table gives', () => {
    assert.equal(
      messageOf({ 'OS-EXT-STS:vm_state': 'active', 'OS-EXT-STS:task_state': 'rebooting', status: 'ACTIVE' }),
      '"active" + "rebooting" 得不出 status "ACTIVE"：按 OpenStack Nova 应为 "REBOOT"。',
    );
  });

  it('put one sentence behind the other without a blank', () => {
    assert.equal(
      messageOf({ 'OS-EXT-STS:vm_state': 'actve', 'OS-EXT-STS:task_state': null, status: 'ACTIVE' }),
      '"actve" 不是 OpenStack Nova 的 vm_state。是否应为 "active"？',
    );
  });
});

describe('Hovers and completions in Chinese', () => {
  const text =
    '{"server": {"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": "rebooting", "status": "REBOOT"}}';
  const fixture = readFixture(text, 'json');

  for (const value of ['"active"', '"rebooting"', '"REBOOT"']) {
    it(`explain ${value} without an English sentence`, () => {
      const markdown = hover(fixture, text.indexOf(value) + 1, CHINESE)?.markdown ?? '';
      assert.match(markdown, /\p{Script=Han}/u);
      // Documents are called what they are called.
      assert.equal(englishIn(markdown.replace(/\]\([^)]*\)/g, ']')), undefined);
    });

    it(`offer other values for ${value} with their meanings in Chinese`, () => {
      const { items } = complete(fixture, text.indexOf(value) + 1, CHINESE) ?? { items: [] };
      assert.ok(items.length > 5);
      assert.deepEqual(
        items.filter(({ markdown }) => !/\p{Script=Han}/u.test(markdown)),
        [],
      );
    });
  }
});

describe('The actions that set a task_state', () => {
  const text = '{"server": {"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": "resize_prep"}}';
  const said = (options?: Options) =>
    hover(readFixture(text, 'json'), text.indexOf('"resize_prep"') + 1, options)?.markdown ?? '';

  it('have their titles behind them in Chinese', () => {
    assert.match(said(CHINESE), /由以下操作设置：`resize`（变更规格）、`migrate`（冷迁移）。/);
  });

  it('have them in English where they say more', () => {
    assert.match(said(), /Set by: `resize`, `migrate` \(cold migration\)\./);
  });
});

describe('The clouds in Chinese', () => {
  it('have the same values and rows', () => {
    for (const [id, cloud] of clouds) {
      const told = CHINESE.clouds.get(id);
      assert.deepEqual(told?.rows, cloud.rows);
      for (const list of ['statuses', 'vmStates', 'taskStates'] as const)
        assert.deepEqual(Object.keys(told?.[list] ?? {}), Object.keys(cloud[list]));
    }
  });

  it('lend their Chinese meanings to an own cloud', () => {
    const { config } = readConfig('{"clouds": {"c": {"extends": "openstack"}}}', CHINESE);
    assert.equal(config.clouds.get('c')?.vmStates.active, '运行中。');
  });
});

describe('Mistakes of a config in Chinese', () => {
  for (const text of [
    '',
    '{"clod": "auto"}',
    '{"cloud": 1}',
    '{"rules": {"power-stat": "off"}}',
    '{"ignore": ["/a"]}',
    '{"clouds": {"a": {"extends": "a"}}}',
    '{"clouds": {"a": {"extends": "openstack", "rows": [{"vmState": "actve"}]}}}',
  ]) {
    it(`are told of ${text || 'an empty text'}`, () => {
      const { problems } = readConfig(text, CHINESE);
      assert.ok(problems.length > 0);
      for (const { message } of problems) {
        assert.match(message, /\p{Script=Han}/u);
        assert.equal(englishIn(message), undefined);
      }
    });
  }
});
