import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { check, positionsIn, readFixture, sayFinding } from '../../src/service';
import { inEnglish } from '../../src/words';

const readme = readFileSync('README.md', 'utf8');

/** The first block of a page in a language. */
function firstBlock(page: string, language: string): string {
  return new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'ms').exec(page)?.[1] ?? '';
}

describe('The README', () => {
  it('has fewer than 180 lines', () => {
    assert.ok(readme.split('\n').length < 180);
  });

  for (const page of ['README.md', 'docs/cli.md']) {
    it(`has an example that gives the finding which ${page} shows`, () => {
      const example = firstBlock(readme, 'json');
      const fixture = readFixture(example, 'json');
      const [finding, ...others] = check(fixture);
      assert.ok(finding !== undefined && others.length === 0);
      const { line, column } = positionsIn(example)(finding.span.start);
      const place = `web-1.json:${line}:${column}`;
      const { severity, rule } = finding;
      const printed = `${place}: ${severity} ${rule}: ${sayFinding(inEnglish, fixture, finding)}\n`;
      assert.equal(firstBlock(readFileSync(page, 'utf8'), 'text'), printed);
    });
  }
});
