import assert from 'node:assert/strict';
import fc from 'fast-check';
import { YAMLException } from 'js-yaml';
import { Collector } from '../../src/fixture/collect/collector';
import { atOnce } from '../../src/fixture/steps';
import { readYamlEvents } from '../../src/fixture/yaml/events';
import { readSections } from '../../src/fixture/yaml/read-sections';
import { readAhead } from '../../src/fixture/yaml/whole';
import { check, readFixture } from '../../src/service';
import { holds, SEED } from './helpers';
import { writtenYaml } from './yaml-texts';

function readWhole(text: string): Collector {
  const collector = new Collector();
  readYamlEvents(text, collector);
  return collector;
}

const read = (text: string) => ({ collector: readWhole(text), text, broken: [], torn: [] });

const READERS = { ahead: readAhead, sound: read, broken: read };

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof YAMLException) return undefined;
    throw error;
  }
}

const inOrder = ({ objects, strings }: Collector) => ({
  objects: [...objects].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end),
  strings,
});

describe(`YAML read in sections (seed ${SEED})`, function () {
  this.timeout(60_000);

  it('gives what the whole text gives, however short the sections are', () => {
    let cut = 0;
    holds(
      fc.property(writtenYaml, fc.nat(200), fc.nat(200), (text, simple, other) => {
        const whole = attempt(() => readWhole(text));
        if (whole === undefined) return;
        const sections = attempt(() =>
          atOnce(readSections(text, readAhead(text), READERS, { simple, other })),
        );
        if (sections === undefined) return;
        assert.deepEqual(inOrder(sections.collector), inOrder(whole), JSON.stringify(text));
        assert.equal(sections.text, text);
        cut += 1;
      }),
      6000,
    );
    assert.ok(cut > 800, `${cut} texts were cut`);
  });

  const item = (i: number) =>
    `- id: ${i}\n  OS-EXT-STS:vm_state: active\n  OS-EXT-STS:task_state: null\n  status: ACTIVE\n`;
  const many = (of: (i: number) => string) => Array.from({ length: 1500 }, (_, i) => of(i)).join('');
  const rulesIn = (text: string) => check(readFixture(text, 'yaml')).map(({ rule }) => rule);

  it('leaves alone what a template or a merge conflict says two things of', () => {
    for (const lines of [
      '{% if failed %}\n  status: ERROR\n{% endif %}\n',
      '<<<<<<< HEAD\n  status: ERROR\n=======\n  progress: 0\n>>>>>>> x\n',
    ]) {
      const torn = `- id: t\n  OS-EXT-STS:vm_state: active\n  OS-EXT-STS:task_state: null\n${lines}`;
      const text = `servers:\n${torn}${many(item)}`;
      assert.deepEqual(rulesIn(text), []);
      assert.ok(readFixture(text, 'yaml').broken().length > 0);
    }
  });

  it('keeps a server in one piece whose own list is long', () => {
    const volumes = many((i) => `- name: volume-${i} of a long kind of thing\n  x: 1\n`);
    for (const [vmState, taskState] of [
      ['OS-EXT-STS:vm_state : active', 'OS-EXT-STS:task_state : null'],
      ['!!str OS-EXT-STS:vm_state: active', '!!str OS-EXT-STS:task_state: null'],
      ['? OS-EXT-STS:vm_state\n: active', '? OS-EXT-STS:task_state\n: null'],
      ['OS-EXT-STS:vm_state: active', 'OS-EXT-STS:task_state: null'],
    ]) {
      const text = `${vmState}\n${taskState}\nvolumes:\n${volumes}status : ERROR\n`;
      assert.deepEqual(rulesIn(text), ['status-mismatch'], vmState);
    }
  });

  it('knows an alias of what stands far above', () => {
    const others = many((i) => `- {"id":${i},"text":"some longer text of no interest here"}\n`);
    for (const name of ['a', '&a']) {
      const server = `{"OS-EXT-STS:vm_state":*${name} ,"OS-EXT-STS:task_state":null,"status":"ERROR"}`;
      assert.deepEqual(rulesIn(`- {"x":&${name} active}\n${others}- ${server}\n`), ['status-mismatch']);
    }
  });

  it('costs a long text no more than the items in which quotes are left open', () => {
    const server = (i: number, quote = '') =>
      `- ${quote}id: ${i} of a long list\n  OS-EXT-STS:vm_state: active\n  OS-EXT-STS:task_state: null\n  status: ERROR\n`;
    for (const every of [10, 25, 100]) {
      const open = (i: number) => (i % every === 5 ? '"' : '');
      const text = Array.from({ length: 1000 }, (_, i) => server(i, open(i))).join('');
      const found = check(readFixture(text, 'yaml'));
      assert.equal(found.length, 1000 - 1000 / every);
      assert.ok(found.every(({ rule }) => rule === 'status-mismatch'));
    }
  });

  it('costs a long text no more than the item that is broken', () => {
    const server = (i: number) =>
      `  - id: ${i}\n    OS-EXT-STS:vm_state: active\n    OS-EXT-STS:task_state: null\n    status: ERROR\n`;
    const servers = Array.from({ length: 1000 }, (_, i) => server(i));
    const wrong = ['    "typed: [\n', '  -id: x\n', '  &\n', '\tname: x\n', '   status: {{ x\n'];
    for (const line of wrong) {
      const text = `servers:\n${servers.toSpliced(500, 0, line).join('')}`;
      const fixture = readFixture(text, 'yaml');
      assert.ok(
        check(fixture).length >= 998,
        `${check(fixture).length} found beside ${JSON.stringify(line)}`,
      );
      assert.equal(fixture.broken()[0]?.start, text.indexOf(line), line);
    }
  });
});
