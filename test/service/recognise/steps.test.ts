import assert from 'node:assert/strict';
import { atOnce } from '../../../src/fixture';
import { check, type Fixture, readFixture, readFixtureInSteps, type Steps } from '../../../src/service';

/** How many code units a step may read. */
const STEP = 100_000;

const SERVERS = Array.from({ length: 3000 }, (_, id) => ({
  id,
  name: `server-${id}`,
  'OS-EXT-STS:vm_state': 'active',
  'OS-EXT-STS:task_state': id % 2 ? 'rebooting' : null,
  status: 'ACTIVE',
}));

const JSON_TEXT = JSON.stringify({ servers: SERVERS }, null, 2);
const YAML_TEXT = SERVERS.map((server) => {
  const lines = Object.entries(server).map(([key, value]) => `${key}: ${value}`);
  return `- ${lines.join('\n  ')}\n`;
}).join('');
const RECORDING = SERVERS.map((server) => `- body: '${JSON.stringify({ servers: [server] })}'\n`).join('');
const SOURCE = SERVERS.map((server) => `const server${server.id} = '${JSON.stringify({ server })}';\n`).join(
  '',
);

const middleOf = (text: string) => text.indexOf('ACTIVE', text.length >> 1);
const broken = (text: string) => `${text.slice(0, middleOf(text))}"${text.slice(middleOf(text))}`;

const TEXTS = [
  ['JSON', 'json', JSON_TEXT],
  ['YAML', 'yaml', YAML_TEXT],
  ['an HTTP recording', 'yaml', RECORDING],
  ['source code', 'javascript', SOURCE],
  ['JSON that cannot be parsed', 'json', broken(JSON_TEXT)],
  ['YAML that cannot be parsed', 'yaml', broken(YAML_TEXT)],
] as const;

describe('Reading in steps', () => {
  for (const [what, languageId, text] of TEXTS) {
    it(`stops often in ${what}`, () => {
      const count = Array.from(readFixtureInSteps(text, languageId)).length;
      assert.ok(count > text.length / STEP, `${count} steps in ${text.length} code units`);
    });

    it(`finds in ${what} what reading at once finds, though another text is read meanwhile`, () => {
      const other = text.replaceAll('ACTIVE', 'REBOOT');
      const both = alternately(readFixtureInSteps(text, languageId), readFixtureInSteps(other, languageId));
      assert.deepEqual(
        both.map(said),
        [text, other].map((all) => said(readFixture(all, languageId))),
      );
    });
  }
});

/** Does the steps of two kinds of work by turns, and returns both results. */
function alternately<T>(one: Steps<T>, other: Steps<T>): [T, T] {
  const step = one.next();
  if (step.done) return [step.value, atOnce(other)];
  const [second, first] = alternately(other, one);
  return [first, second];
}

/** What is found in a fixture, and where. */
const said = (fixture: Fixture) => ({
  places: fixture.servers.map(({ span, fields }) => [span, fields.status?.span]),
  findings: check(fixture).map(({ span, message }) => [span, message]),
});
