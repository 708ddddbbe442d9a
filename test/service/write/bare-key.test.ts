import assert from 'node:assert/strict';
import { load } from 'js-yaml';
import { clouds, DEFAULT_CLOUD } from '../../../src/mapping';
import { complete, hints, isWhole, readFixture, setState } from '../../../src/service';
import { applyEdits } from '../../../src/service/write/edits';

const STATE = {
  status: 'REBOOT',
  pair: { vmState: 'active', taskState: 'rebooting' },
} as const;

/** The text after its first server is brought into the state; undefined where that is not offered. */
function brought(text: string): string | undefined {
  const fixture = readFixture(text, 'yaml');
  const [server] = fixture.servers;
  const cloud = clouds.get(DEFAULT_CLOUD);
  assert.ok(server && cloud);
  const made = setState(fixture, server, cloud, STATE);
  return made && applyEdits(text, made.edits);
}

describe('A key without a value', () => {
  for (const [what, text] of [
    ['in braces', 'server: {OS-EXT-STS:vm_state: active, OS-EXT-STS:task_state, status: REBOOT}\n'],
    ['behind a tag', 'OS-EXT-STS:vm_state: active\nOS-EXT-STS:task_state: !!str\nstatus: REBOOT\n'],
    ['behind an anchor', 'OS-EXT-STS:vm_state: active\nOS-EXT-STS:task_state: &a\nstatus: REBOOT\n'],
    ['behind a question mark', 'OS-EXT-STS:vm_state: active\n? OS-EXT-STS:task_state\nstatus: REBOOT\n'],
    ['behind its colon', 'OS-EXT-STS:vm_state: active\nOS-EXT-STS:task_state:\nstatus: REBOOT\n'],
  ] as const) {
    it(`gets one that stands apart, or none: ${what}`, () => {
      const after = brought(text);
      if (after === undefined) return;
      assert.ok(isWhole(after, 'yaml'), after);
      assert.equal(readFixture(after, 'yaml').servers[0]?.fields.taskState?.text, 'rebooting', after);
    });
  }
});

/** The text after the first hint's edit; undefined where it has none. */
function hinted(text: string): string | undefined {
  const [hint] = hints(readFixture(text, 'yaml'), { start: 0, end: text.length }, 'missing');
  return hint?.edits.length ? applyEdits(text, hint.edits) : undefined;
}

const ACTIVE = { 'OS-EXT-STS:vm_state': 'active', 'OS-EXT-STS:task_state': 'rebooting' };
const EXPLICIT: readonly [string, string][] = [
  [
    'a question mark',
    'server:\n  ? OS-EXT-STS:vm_state\n  : active # a\n  ? OS-EXT-STS:task_state\n  : rebooting\n',
  ],
  ['one in a list', '- ? OS-EXT-STS:vm_state\n  : active\n  ? OS-EXT-STS:task_state\n  : rebooting\n- 1\n'],
  ['one and a tag', '? !!str OS-EXT-STS:vm_state\n: active\n? !!str OS-EXT-STS:task_state\n: rebooting'],
  ['a tag', 'server:\n  !!str OS-EXT-STS:vm_state: active\n  !!str OS-EXT-STS:task_state: rebooting\n'],
  ['an anchor', '- &a OS-EXT-STS:vm_state: active\n  &b OS-EXT-STS:task_state: rebooting\n- *a\n'],
  [
    'one on its own line',
    'server:\n  ?\n    OS-EXT-STS:vm_state\n  : active\n  ?\n    OS-EXT-STS:task_state\n  : rebooting\n',
  ],
];

describe('A key behind', () => {
  for (const [what, text] of EXPLICIT) {
    it(`${what} has the next one in its column, or none`, () => {
      for (const after of [hinted(text), brought(text)]) {
        if (what === 'one on its own line') assert.equal(after, undefined);
        else assert.deepEqual(serverOf(after), { ...ACTIVE, status: 'REBOOT' }, after);
      }
    });
  }

  it('a question mark gives way to none that would be a map', () => {
    const text = `${ERROR}? fault\n: code: 500\n`;
    assert.equal(brought(text), undefined);
  });

  it('a question mark, without a colon, is offered no value', () => {
    for (const text of ['OS-EXT-STS:vm_state: active\n? status\n', '{OS-EXT-STS:vm_state: active, status}'])
      assert.notEqual(
        complete(readFixture(text, 'yaml'), text.indexOf('status') + 6)?.items[0]?.kind,
        'value',
      );
  });
});

const ERROR = 'OS-EXT-STS:vm_state: error\nOS-EXT-STS:task_state: null\nstatus: ERROR\n';

/** The server of a text as another parser reads it. */
function serverOf(text: string | undefined): unknown {
  const root = load(text ?? '') as { server?: unknown } | [unknown];
  return Array.isArray(root) ? root[0] : (root.server ?? root);
}
