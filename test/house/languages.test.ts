import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { LANGUAGE_IDS } from '../../src/service';

const { activationEvents, contributes } = JSON.parse(readFileSync('package.json', 'utf8'));

describe('The languages that are read', () => {
  it('are those that serverStatus.languages has where nobody sets it', () => {
    const setting = contributes.configuration.properties['serverStatus.languages'];
    assert.deepEqual(setting.default, LANGUAGE_IDS);
  });

  it('start the extension', () => {
    const events = (activationEvents as string[]).filter((event) => event.startsWith('onLanguage:'));
    assert.deepEqual(
      events,
      LANGUAGE_IDS.map((id) => `onLanguage:${id}`),
    );
  });
});
