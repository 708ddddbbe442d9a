import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { cloudPages } from '../../scripts/generate/cloud-pages';
import { clouds } from '../../src/mapping';

describe('The pages of the clouds', () => {
  const files = readdirSync('docs/clouds');

  // Each test makes them anew: the mutants of src/map have to be drawn, not remembered.
  for (const name of files) {
    it(`have ${name} as the tables give it (npm run generate cloud-pages writes it)`, () => {
      assert.equal(readFileSync(`docs/clouds/${name}`, 'utf8'), cloudPages()[name]);
    });
  }

  it('are all that lies in their folder', () => {
    assert.deepEqual(files.sort(), Object.keys(cloudPages()).sort());
  });

  for (const cloud of clouds.values()) {
    it(`have every value and source of ${cloud.id}`, () => {
      const page = cloudPages()[`${cloud.id}.md`] ?? '';
      const values = [cloud.statuses, cloud.vmStates, cloud.taskStates].flatMap(Object.keys);
      for (const value of values) assert.ok(page.includes(`| \`${value}\` | `), value);
      for (const { url } of cloud.sources) assert.ok(page.includes(url), url);
    });

    it(`are linked from the README for ${cloud.id}`, () => {
      assert.ok(readFileSync('README.md', 'utf8').includes(`(docs/clouds/${cloud.id}.md)`));
    });
  }
});
