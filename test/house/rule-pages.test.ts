import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { clouds } from '../../src/mapping';
import { RULES } from '../../src/service';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const settings = manifest.contributes.configuration.properties;

/** What package.nls.zh-cn.json calls the severities. */
const IN_CHINESE = { error: '错误', warning: '警告', information: '信息', hint: '提示' };

describe('Every rule', () => {
  for (const [code, { severity }] of RULES) {
    it(`${code} has a page that begins with its name and says its severity`, () => {
      assert.ok(existsSync(`docs/rules/${code}.md`));
      const page = readFileSync(`docs/rules/${code}.md`, 'utf8');
      assert.match(page, new RegExp(`^# ${code}\\n\\nDefault severity: \\*\\*${severity}`));
    });

    it(`${code} has one in Chinese that says the same`, () => {
      const page = readFileSync(`docs/zh-cn/rules/${code}.md`, 'utf8');
      assert.match(page, new RegExp(`^# ${code}\\n\\n默认级别：\\*\\*${IN_CHINESE[severity]}`));
    });

    it(`${code} stands in the README`, () => {
      assert.ok(readFileSync('README.md', 'utf8').includes(`docs/rules/${code}.md`));
    });
  }

  it('can be set in the settings, and nothing else can', () => {
    const offered = Object.keys(settings['serverStatus.rules'].properties);
    assert.deepEqual(offered.sort(), [...RULES.keys()].sort());
  });

  it('has the only pages that there are', () => {
    assert.deepEqual(readdirSync('docs/rules').sort(), [...RULES.keys()].map((code) => `${code}.md`).sort());
  });
});

describe('Every cloud', () => {
  it('can be chosen in the settings', () => {
    assert.deepEqual(settings['serverStatus.cloud'].enum, ['auto', ...clouds.keys()]);
  });
});
