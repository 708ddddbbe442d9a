import assert from 'node:assert/strict';
import { clouds } from '../../src/mapping';
import { hintModeOf, LANGUAGE_IDS, maxLengthOf, optionsOf, servedLanguagesOf } from '../../src/service';
import { inEnglish } from '../../src/words';

const english = { clouds, say: inEnglish };

describe('The settings of an editor', () => {
  it('choose a cloud, which is then a setting and no evidence', () => {
    const { cloud, cloudFrom } = optionsOf('rackspace', undefined, english);
    assert.deepEqual({ cloud, cloudFrom }, { cloud: 'rackspace', cloudFrom: 'setting' });
  });

  it('leave the choice to the file if the cloud is no text', () =>
    assert.equal(optionsOf(7, undefined, english).cloud, 'auto'));

  it('set the severities of rules that exist, to severities that exist', () => {
    const rules = { 'power-state': 'off', 'status-mismatch': 'loud', nonsense: 'error' };
    assert.deepEqual(optionsOf('auto', rules, english).rules, { 'power-state': 'off' });
  });

  for (const rules of [null, 'off', 3, undefined])
    it(`set no severity with ${JSON.stringify(rules)}`, () =>
      assert.deepEqual(optionsOf('auto', rules, english).rules, {}));

  it('limit the length of a text in megabytes', () => assert.equal(maxLengthOf(2), 2 * 1024 * 1024));

  for (const megabytes of [-1, '5', null, undefined])
    it(`limit it to 20 MB with ${JSON.stringify(megabytes)}`, () =>
      assert.equal(maxLengthOf(megabytes), 20 * 1024 * 1024));

  it('show hints for missing statuses unless they say otherwise', () =>
    assert.deepEqual(['off', 'all', 'missing', 'some', undefined].map(hintModeOf), [
      'off',
      'all',
      'missing',
      'missing',
      'missing',
    ]));

  it('name the languages that are served, of which only texts count', () =>
    assert.deepEqual(servedLanguagesOf(['json', 4, 'toml']), ['json', 'toml']));

  it('serve every language that is read if they name none', () =>
    assert.deepEqual(servedLanguagesOf('json'), LANGUAGE_IDS));
});
