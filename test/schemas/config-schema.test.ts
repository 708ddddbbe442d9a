import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { configSchema } from '../../scripts/config-schema';
import { clouds } from '../../src/mapping';
import { CONFIG_NAME, RULES } from '../../src/service';

const readJson = async (file: string) => JSON.parse(await readFile(file, 'utf8'));

describe('The schema of the config file', () => {
  it('is the one that the core gives (npm run schemas writes it)', async () => {
    const given = JSON.parse(JSON.stringify(configSchema()));
    assert.deepEqual(await readJson('schemas/serverstatus.schema.json'), given);
  });

  it('is the one that VS Code uses for the file', async () => {
    const { contributes } = await readJson('package.json');
    assert.deepEqual(contributes.jsonValidation, [
      { fileMatch: CONFIG_NAME, url: './schemas/serverstatus.schema.json' },
    ]);
  });

  it('offers every cloud and allows others', async () => {
    const { anyOf } = (await readJson('schemas/serverstatus.schema.json')).properties.cloud;
    assert.deepEqual(anyOf[0].enum, ['auto', ...clouds.keys()]);
    assert.equal(anyOf[0].enumDescriptions.length, anyOf[0].enum.length);
    assert.deepEqual(anyOf[1], { type: 'string' });
  });

  it('explains every rule, in a config and in an override', async () => {
    const { properties } = await readJson('schemas/serverstatus.schema.json');
    for (const rules of [properties.rules, properties.overrides.items.properties.rules]) {
      for (const [code, { summary }] of RULES) assert.equal(rules.properties[code]?.description, summary);
    }
  });
});
