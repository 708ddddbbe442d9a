import assert from 'node:assert/strict';
import { clouds } from '../../src/mapping';
import { readFixture, setState } from '../../src/service';
import { applyEdits } from '../../src/service/write/edits';

const openstack = clouds.get('openstack');
assert.ok(openstack);
const cloud = openstack;

/** Sets the server called `it` (by its number among the file's servers) to PAUSED, or another state. */
function change(
  text: string,
  which = 0,
  status = 'PAUSED',
  vmState: string | null = 'paused',
  taskState: string | null = null,
) {
  const fixture = readFixture(text, 'yaml');
  const object = fixture.servers[which];
  assert.ok(object);
  const pair = vmState === null ? null : { vmState, taskState };
  const made = setState(fixture, object, cloud, { status, pair });
  return made && { text: applyEdits(text, made.edits), shared: made.shared };
}

describe('setting a state where YAML shares values', () => {
  it('writes over what a merge key brings, and leaves the map that it comes from alone', () => {
    const base = 'base: &base\n  OS-EXT-STS:vm_state: active\n  status: ACTIVE\n';
    const made = change(`${base}servers:\n  - <<: *base\n    OS-EXT-STS:task_state: rebooting # busy\n`, 1);
    assert.equal(
      made?.text,
      `${base}servers:\n  - <<: *base\n    OS-EXT-STS:task_state: null # busy\n    status: PAUSED\n    OS-EXT-STS:vm_state: paused\n`,
    );
    assert.equal(made?.shared, false);
  });

  it('puts a value in the place of an alias', () => {
    const made = change('all: &up ACTIVE\nserver:\n  status: *up\n  OS-EXT-STS:vm_state: active\n');
    assert.equal(made?.text, 'all: &up ACTIVE\nserver:\n  status: PAUSED\n  OS-EXT-STS:vm_state: paused\n');
    assert.equal(made?.shared, false);
  });

  it('says that a value behind an anchor changes for others too', () => {
    const made = change('server:\n  status: &up ACTIVE\n  OS-EXT-STS:vm_state: active\nother: *up\n');
    assert.match(made?.text ?? '', /status: &up PAUSED\n/);
    assert.equal(made?.shared, true);
  });

  it('says nothing of others where the value behind the anchor stays', () => {
    const text = (task: string) =>
      `server:\n  status: REBOOT\n  OS-EXT-STS:vm_state: &up active\n  OS-EXT-STS:task_state: ${task}\nother: *up\n`;
    const made = change(text('rebooting'), 0, 'REBOOT', 'active', 'reboot_pending');
    assert.deepEqual(made, { text: text('reboot_pending'), shared: false });
  });

  it('does nothing where all comes from elsewhere', () => {
    const text = 'a: &a\n  OS-EXT-STS:vm_state: active\n  status: ACTIVE\nserver:\n  <<: *a\n';
    assert.equal(change(text, 1), undefined);
  });

  it('does nothing in Base64', () => {
    const body = Buffer.from('{"server": {"OS-EXT-STS:vm_state": "active", "status": "ACTIVE"}}').toString(
      'base64',
    );
    assert.equal(change(`body: ${body}\n`), undefined);
  });
});

describe('setting a state', () => {
  it('gives a server that failed and no longer has, the progress for its fault', () => {
    const text =
      'server:\n  status: ERROR\n  OS-EXT-STS:vm_state: error\n  fault:\n    code: 500\n    message: no host\n  name: web\n';
    assert.equal(
      change(text, 0, 'ACTIVE', 'active')?.text,
      'server:\n  status: ACTIVE\n  OS-EXT-STS:vm_state: active\n  progress: 0\n  name: web\n',
    );
  });

  it('gives a server that fails the fault for its progress, and one that is deleted none', () => {
    const text = (vmState: string, status: string, field: string) =>
      `server:\n  status: ${status}\n  OS-EXT-STS:vm_state: ${vmState}\n${field}  name: web\n`;
    const before = text('active', 'ACTIVE', '  progress: 5\n');
    const fault =
      '  fault:\n    code: 500\n    created: "2026-01-01T00:00:00Z"\n    message: "The operation failed."\n';
    assert.equal(change(before, 0, 'ERROR', 'error')?.text, text('error', 'ERROR', fault));
    assert.equal(change(before, 0, 'DELETED', 'deleted')?.text, text('deleted', 'DELETED', ''));
  });

  it('writes a power_state as the file writes it', () => {
    const text = (power: string, vmState: string, status: string) =>
      `server:\n  OS-EXT-STS:power_state: ${power}\n  OS-EXT-STS:vm_state: ${vmState}\n  status: ${status}\n`;
    for (const [before, after] of [
      ['1', '4'],
      ["'1'", "'4'"],
      ['running', 'shutdown'],
      ['Running', 'Shutdown'],
      ['RUNNING', 'SHUTDOWN'],
    ] as const) {
      const made = change(text(before, 'active', 'ACTIVE'), 0, 'SHUTOFF', 'stopped');
      assert.equal(made?.text, text(after, 'stopped', 'SHUTOFF'));
    }
  });

  it('takes the states away where nobody knows them', () => {
    const text =
      'server:\n  name: web\n  OS-EXT-STS:vm_state: active\n  OS-EXT-STS:task_state: null\n  status: ACTIVE\n';
    assert.equal(change(text, 0, 'UNKNOWN', null)?.text, 'server:\n  name: web\n  status: UNKNOWN\n');
  });

  it('takes the states away after all else, as only they show where the server is', () => {
    const text = (states: string, status: string) => `- name: web\n${states}  status: ${status}\n`;
    const states = '  OS-EXT-STS:vm_state: active\n  OS-EXT-STS:task_state: null\n';
    const other = '- name: other\n  OS-EXT-STS:vm_state: active\n  progress: 5\n  status: ACTIVE\n';
    assert.equal(
      change(text(`${states}  progress: 5\n`, 'ACTIVE') + other, 0, 'UNKNOWN', null)?.text,
      text('', 'UNKNOWN') + other,
    );
  });

  for (const [what, header] of [
    ['a text of several lines', '|'],
    ['a folded one', '>-'],
    ['one that keeps its blank lines', '|+'],
  ] as const)
    it(`leaves the line behind ${what} that goes`, () => {
      const text = (field: string, status: string, vmState: string) =>
        `server:\n  ${field}\n\n  # after\n  status: ${status}\n  OS-EXT-STS:vm_state: ${vmState}\n`;
      assert.equal(
        change(text(`fault:\n    message: ${header}\n      a`, 'ERROR', 'error'), 0, 'ACTIVE', 'active')
          ?.text,
        text('progress: 0', 'ACTIVE', 'active'),
      );
    });

  it('takes a key away that has nothing but a comment behind it, which stays', () => {
    const text = (task: string, status: string) => `server:\n  status: ${status}\n${task}  name: web\n`;
    const vmState = '  OS-EXT-STS:vm_state: active\n';
    assert.equal(
      change(text(`  OS-EXT-STS:task_state: # none\n${vmState}`, 'ACTIVE'), 0, 'UNKNOWN', null)?.text,
      text('  # none\n', 'UNKNOWN'),
    );
    assert.equal(
      change(text(`  fault: # none\n${vmState}`, 'ERROR'))?.text,
      text(`  # none\n${vmState.replace('active', 'paused')}`, 'PAUSED'),
    );
  });
});
