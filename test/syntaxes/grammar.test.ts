import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { grammar } from '../../scripts/grammar';

/** The part of a text that the grammar's patterns for a language take for a value. */
function valueIn(language: 'json' | 'yaml', text: string): string | undefined {
  for (const { match } of grammar().repository[language].patterns) {
    const found = new RegExp(match, 'm').exec(text);
    if (found) return language === 'json' ? (found[3] ?? found[4]) : found[5];
  }
  return undefined;
}

describe('The injection grammar', () => {
  it('is the one that the mapping core gives (npm run grammar writes it)', async () => {
    const written = JSON.parse(await readFile('syntaxes/server-status.injection.json', 'utf8'));
    assert.deepEqual(written, grammar());
  });

  it('knows a status in JSON', () => {
    assert.equal(valueIn('json', '"status": "VERIFY_RESIZE"'), '"VERIFY_RESIZE"');
  });

  it('knows a task_state in YAML', () => {
    assert.equal(valueIn('yaml', "  OS-EXT-STS:task_state: 'powering-off' # stop"), 'powering-off');
  });

  it('leaves a misspelt vm_state to look like any other text', () => {
    assert.equal(valueIn('json', '"OS-EXT-STS:vm_state": "actve"'), undefined);
    assert.equal(valueIn('yaml', 'OS-EXT-STS:vm_state: actve'), undefined);
  });

  it('leaves a longer word that begins like a status alone', () => {
    assert.equal(valueIn('yaml', 'status: ACTIVE_ISH'), undefined);
  });
});
