import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { configSchemas } from '../../scripts/generate/config-schema';
import { clouds } from '../../src/mapping';
import { RULES } from '../../src/service';
import { CONFIG_NAME } from '../../src/service/config';

const NLS = ['package.nls.json', 'package.nls.zh-cn.json'];

const readJson = async (file: string) => JSON.parse(await readFile(file, 'utf8'));

describe('The schema of the config file', () => {
  for (const [file, schema] of Object.entries(configSchemas())) {
    it(`is the one that the core gives in ${file} (npm run generate schemas writes it)`, async () => {
      assert.deepEqual(await readJson(file), JSON.parse(JSON.stringify(schema)));
    });
  }

  it('is the one that VS Code uses for the file', async () => {
    const { contributes } = await readJson('package.json');
    assert.deepEqual(contributes.jsonValidation, [{ fileMatch: CONFIG_NAME, url: '%file.schema%' }]);
    const files = await Promise.all(NLS.map(async (nls) => (await readJson(nls))['file.schema'].slice(2)));
    assert.deepEqual(files, Object.keys(configSchemas()));
  });

  it('offers every cloud and allows others', async () => {
    const { anyOf } = (await readJson('schemas/serverstatus.schema.json')).properties.cloud;
    assert.deepEqual(anyOf[0].enum, ['auto', ...clouds.keys()]);
    assert.equal(anyOf[0].enumDescriptions.length, anyOf[0].enum.length);
    assert.deepEqual(anyOf[1], {});
  });

  it('forbids nothing: each mistake is told once, by the reader', async () => {
    const schema = await readFile('schemas/serverstatus.schema.json', 'utf8');
    const words =
      /"(?:required|additionalProperties": false|pattern|minItems|minLength|not|type": "(?!object"))/;
    assert.doesNotMatch(schema, words);
  });

  it('explains every rule, in a config and in an override', async () => {
    const { properties } = await readJson('schemas/serverstatus.schema.json');
    for (const rules of [properties.rules, properties.overrides.items.properties.rules]) {
      for (const [code, { summary }] of RULES) assert.equal(rules.properties[code]?.description, summary);
    }
  });
});
