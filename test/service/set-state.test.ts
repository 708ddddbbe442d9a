import assert from 'node:assert/strict';
import { load } from 'js-yaml';
import { parse } from 'jsonc-parser';
import { type Cloud, clouds, type ServerState, statusChoices } from '../../src/mapping';
import { checkText, readFixture, setState } from '../../src/service';
import type { ServerObject } from '../../src/service/recognise/types';
import { applyEdits } from '../../src/service/write/edits';

const FAILED = {
  name: "it's",
  status: 'ERROR',
  'OS-EXT-STS:vm_state': 'error',
  'OS-EXT-STS:task_state': null,
  'OS-EXT-STS:power_state': 0,
  fault: { code: 500, message: 'a: b' },
  tail: [1, 2],
};
const RUNNING = {
  progress: 100,
  'OS-EXT-STS:vm_state': 'active',
  'OS-EXT-STS:task_state': 'rebooting',
  'OS-EXT-STS:power_state': 1,
  status: 'REBOOT',
};
const SMALL = { status: 'ACTIVE', 'OS-EXT-STS:vm_state': 'active' };

const block = (server: object) =>
  Object.entries(server)
    .map(([key, value]) => `    ${key}: ${JSON.stringify(value)} # about ${key}\n`)
    .join('');

/** Ways to write a server in a file, each with how a file of its kind is parsed. */
const WAYS: readonly { name: string; language: string; write: (server: object) => string }[] = [
  { name: 'JSON on lines', language: 'json', write: (server) => JSON.stringify({ server }, null, 2) },
  { name: 'JSON in one line', language: 'json', write: (server) => JSON.stringify({ server }) },
  {
    name: 'JSON with comments and CR LF',
    language: 'jsonc',
    write: (server) => `// top\r\n${JSON.stringify({ server }, null, '\t').replaceAll('\n', ' // end\r\n')}`,
  },
  {
    name: 'JSON in a JSON string',
    language: 'json',
    write: (server) => JSON.stringify({ body: JSON.stringify({ server }, null, 2) }),
  },
  { name: 'a YAML block', language: 'yaml', write: (server) => `# top\nserver:\n${block(server)}last: 1\n` },
  {
    name: 'a YAML list',
    language: 'yaml',
    write: (server) => `servers:\n  - ${block(server).trimStart()}  - name: other\n`,
  },
  {
    name: 'YAML in braces',
    language: 'yaml',
    write: (server) => `server: ${JSON.stringify(server)} # flow\nlast: 1\n`,
  },
  {
    name: 'JSON in a YAML string',
    language: 'yaml',
    write: (server) => `body: '${JSON.stringify({ server }).replaceAll("'", "''")}'\n`,
  },
];

/** What the file's server says, as its own parser reads it. */
function parsed(text: string, language: string): Record<string, unknown> {
  const root = (language === 'yaml' ? load(text) : parse(text)) as Record<string, never>;
  const holder = typeof root.body === 'string' ? JSON.parse(root.body) : root;
  return holder.server ?? holder.servers[0];
}

function serverOf(text: string, language: string): ServerObject {
  const [server] = readFixture(text, language).servers;
  assert.ok(server);
  return server;
}

/** Asserts that the edits take away nothing but the six fields and what sets them off. */
function assertTouchesFieldsOnly(
  text: string,
  language: string,
  edits: readonly { offset: number; length: number }[],
): void {
  let masked = text;
  for (const { key, span } of Object.values(serverOf(text, language).fields)) {
    masked = masked.slice(0, key.start) + ' '.repeat(span.end - key.start) + masked.slice(span.end);
  }
  for (const { offset, length } of edits) {
    assert.match(masked.slice(offset, offset + length), /^(?:[\s,]|\\n|# about [^\n]*|\/\/ end\r\n)*$/);
  }
}

function set(text: string, language: string, cloud: Cloud, state: ServerState) {
  const change = setState(readFixture(text, language), serverOf(text, language), cloud, state);
  assert.ok(change, 'the state cannot be set');
  return { ...change, text: applyEdits(text, change.edits) };
}

const OTHERS = ['name', 'tail'];

for (const { name, language, write } of WAYS) {
  describe(`setting a server's state in ${name}`, () => {
    for (const cloud of clouds.values()) {
      for (const { status, pairs } of statusChoices(cloud)) {
        it(`to ${status} of ${cloud.id} makes it right and touches nothing else`, () => {
          for (const before of [FAILED, RUNNING, SMALL]) {
            for (const pair of pairs.slice(0, 3)) {
              const text = write(before);
              const after = set(text, language, cloud, { status, pair });
              assertTouchesFieldsOnly(text, language, after.edits);
              const says = parsed(after.text, language);
              assert.equal(says.status, status);
              assert.equal(says['OS-EXT-STS:vm_state'], pair?.vmState);
              assert.equal(says['OS-EXT-STS:task_state'] ?? null, pair?.taskState ?? null);
              for (const key of OTHERS) assert.deepEqual(says[key], (before as Record<string, unknown>)[key]);
              const found = checkText(after.text, language, { cloud: cloud.id });
              assert.deepEqual(
                found.filter(({ rule }) => rule !== 'impossible-combination').map(({ message }) => message),
                [],
              );
              const again = setState(
                readFixture(after.text, language),
                readAgain(after.text, language),
                cloud,
                { status, pair },
              );
              assert.deepEqual(again?.edits, []);
            }
          }
        });
      }
    }
  });
}

/** The server in a text where it may have lost its states. */
function readAgain(text: string, language: string): ServerObject {
  const { servers, leftAlone } = readFixture(text, language);
  const lost = {
    shape: 'server',
    likeness: 0,
    span: { start: 0, end: 0 },
    fields: {},
    notation: 'json',
    container: '',
  } as const;
  return servers[0] ?? leftAlone[0] ?? lost;
}
