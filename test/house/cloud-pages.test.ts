import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { CLOUD_PAGES } from '../../scripts/generate/cloud-pages';
import { clouds } from '../../src/mapping';

describe('The pages of the clouds', () => {
  it('are all that lies in their folder', () => {
    assert.deepEqual(readdirSync('docs/clouds').sort(), [...CLOUD_PAGES.keys()].sort());
  });

  // Each is made inside its test: what is made while the file is loaded no mutant can change.
  for (const [name, make] of CLOUD_PAGES) {
    it(`have ${name} as the tables give it (npm run generate cloud-pages writes it)`, () => {
      assert.equal(readFileSync(`docs/clouds/${name}`, 'utf8'), make());
    });
  }

  for (const cloud of clouds.values()) {
    it(`have every value and source of ${cloud.id}`, () => {
      const page = CLOUD_PAGES.get(`${cloud.id}.md`)?.() ?? '';
      const values = [cloud.statuses, cloud.vmStates, cloud.taskStates].flatMap(Object.keys);
      for (const value of values) assert.ok(page.includes(`| \`${value}\` | `), value);
      for (const { url } of cloud.sources) assert.ok(page.includes(url), url);
    });

    it(`are linked from the README and the page on recognition for ${cloud.id}`, () => {
      assert.ok(readFileSync('README.md', 'utf8').includes(`(docs/clouds/${cloud.id}.md)`));
      assert.ok(readFileSync('docs/recognition.md', 'utf8').includes(`(clouds/${cloud.id}.md)`));
    });
  }
});
