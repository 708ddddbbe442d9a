import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import {
  parseGrammarTestCase,
  runGrammarTestCase,
  type TestFailure,
} from 'vscode-tmgrammar-test/dist/unit/index.js';
import { registry } from './host';

const FOLDER = 'test/syntaxes/cases';

/** What of a file's assertions does not hold, in lines such as `12: ACTIVE has string.yaml`. */
async function failuresOf(text: string): Promise<string[]> {
  const testCase = parseGrammarTestCase(text);
  assert.notEqual(testCase.assertions.length, 0, 'no assertion');
  const failures = await runGrammarTestCase(registry(), testCase);
  return failures.map((failure) => say(failure, testCase.source[failure.srcLine] ?? ''));
}

function say({ line, start, end, actual, missing, unexpected }: TestFailure, source: string): string {
  const wanted = [...missing.map((name) => `no ${name}`), ...unexpected.map((name) => `an unwanted ${name}`)];
  return `${line + 1}: ${source.slice(start, end)} has ${wanted.join(', ')} in ${actual.join(' ')}`;
}

describe('The colours', () => {
  for (const file of readdirSync(FOLDER)) {
    it(`are as ${file} has them`, async () => {
      assert.deepEqual(await failuresOf(readFileSync(`${FOLDER}/${file}`, 'utf8')), []);
    });
  }

  it('are not taken on trust: a wrong assertion is told with its line', async () => {
    const text = [
      '# SYNTAX TEST "source.yaml"',
      'status: ACTVE',
      '#       ^^^^^ meta.value.status.server-status',
      'status: ACTIVE',
      '#       ^^^^^^ - meta.value.status.server-status',
    ].join('\n');
    const [missing, unexpected, ...others] = await failuresOf(text);
    assert.match(missing ?? '', /^2: ACTVE has no meta\.value\.status/);
    assert.match(unexpected ?? '', /^4: ACTIVE has an unwanted meta\.value\.status/);
    assert.deepEqual(others, []);
  });
});
