import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { clouds } from '../../src/mapping';
import { check, RULES, readFixture } from '../../src/service';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const settings = manifest.contributes.configuration.properties;

/** What package.nls.zh-cn.json calls the severities. */
const IN_CHINESE: Record<string, string> = {
  error: '错误',
  warning: '警告',
  information: '信息',
  hint: '提示',
};

/** The rules that find something in each of a page's examples below a heading. */
function foundBelow(heading: string, page: string): string[][] {
  const part = page.split(/^## /m).find((text) => text.startsWith(`${heading}\n`)) ?? '';
  const examples = part.matchAll(/^```(json|yaml)\n(.*?)^```$/gms);
  return [...examples].map(([, language = '', text = '']) =>
    check(readFixture(text, language)).map(({ rule }) => rule),
  );
}

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

    it(`${code} alone is found in what its page calls wrong, and nothing in what it calls right`, () => {
      const page = readFileSync(`docs/rules/${code}.md`, 'utf8');
      const wrong = foundBelow('Wrong', page);
      const right = foundBelow('Right', page);
      assert.ok(wrong.length > 0 && right.length > 0);
      assert.deepEqual(new Set(wrong.flat()), new Set([code]));
      assert.ok(wrong.every((rules) => rules.length > 0));
      assert.deepEqual(right.flat(), []);
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

  it('is a row of a table in the settings, which VS Code makes of fixed properties with a type', () => {
    const { additionalProperties, properties } = settings['serverStatus.rules'];
    assert.equal(additionalProperties, false);
    for (const { type } of Object.values<{ type: string }>(properties)) assert.equal(type, 'string');
  });
});

describe('Every cloud', () => {
  it('can be chosen in the settings', () => {
    assert.deepEqual(settings['serverStatus.cloud'].enum, ['auto', ...clouds.keys()]);
  });
});
