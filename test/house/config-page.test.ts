import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readConfig } from '../../src/service/config';
import { CLOUD_KEYS, UNLISTED } from '../../src/service/config/read-clouds';
import { CONFIG_KEYS, OVERRIDE_KEYS } from '../../src/service/config/read-config';

const page = readFileSync('docs/config.md', 'utf8');

/** The blocks of a page in JSON with comments. */
function examplesIn(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/^```jsonc\n(.*?)^```/gms)].map((match) => match[1] ?? '');
}

describe('The page of the config file', () => {
  it('has every key', () => {
    for (const key of [...CONFIG_KEYS, ...OVERRIDE_KEYS, ...CLOUD_KEYS, ...UNLISTED]) {
      assert.ok(page.includes(`\`${key}\``), key);
    }
  });

  for (const file of ['docs/config.md', 'docs/zh-cn/config.md']) {
    it(`shows a config without a mistake in ${file}`, () => {
      const examples = examplesIn(file);
      assert.equal(examples.length, 1);
      assert.deepEqual(readConfig(examples[0] ?? '').problems, []);
    });
  }
});
