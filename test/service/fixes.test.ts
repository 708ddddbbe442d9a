import assert from 'node:assert/strict';
import { clouds, resolveCloud } from '../../src/mapping';
import { checkText } from '../../src/service';
import { applyEdits, only } from './helpers';

/** What the fixes of a rule's only finding make of a server's task_state in YAML. */
function taskStates(taskState: string, rule: string, status = 'ACTIVE'): string[] {
  const head = `status: ${status}\nOS-EXT-STS:vm_state: active\nOS-EXT-STS:task_state: `;
  const text = `${head}${taskState}\n`;
  return only(checkText(text, 'yaml'), rule)
    .fixes.map(({ edits }) => applyEdits(text, edits))
    .filter((fixed) => fixed.startsWith(head))
    .map((fixed) => fixed.slice(head.length).trimEnd());
}

describe('A fix of a value with a YAML tag', () => {
  for (const [written, fixed] of [
    ['!!str None', 'null'],
    ['!!str "None" # kept', 'null # kept'],
    ['!<tag:yaml.org,2002:str> None', 'null'],
    ['! None', 'null'],
    ['!!str\n  None', 'null'],
    ['&a !!str None', '&a null'],
    ['!!str &a None', '&a null'],
  ] as const) {
    it(`takes the tag away where null takes the place of a text: ${JSON.stringify(written)}`, () => {
      assert.deepEqual(taskStates(written, 'null-as-text'), [fixed]);
    });
  }

  for (const written of ['!!str |\n  None', '!!str # c\n  None']) {
    it(`is left out where the tag cannot be taken away alone: ${JSON.stringify(written)}`, () => {
      assert.deepEqual(taskStates(written, 'null-as-text'), []);
    });
  }

  it('takes the tag of null away where a text takes its place', () => {
    assert.deepEqual(taskStates('!!null null', 'status-mismatch', 'REBOOT'), ['rebooting']);
  });

  it('keeps the tag of a text where another text takes its place', () => {
    assert.deepEqual(taskStates('!!str rebotting', 'unknown-task-state'), ['!!str rebooting']);
  });
});

describe('The fixes of a status', () => {
  const titles = (text: string, languageId = 'yaml') =>
    only(checkText(text, languageId), 'status-mismatch').fixes.map(({ title }) => title);

  it('keep it by the fewest changes of the states', () => {
    const text = (vmState: string, more = '') => `OS-EXT-STS:vm_state: ${vmState}\n${more}status: REBUILD\n`;
    assert.equal(
      titles(text('stopped', 'OS-EXT-STS:task_state: null\n'))[1],
      'Set OS-EXT-STS:task_state to rebuilding',
    );
    assert.match(
      titles(text('active', 'OS-EXT-STS:task_state: null\n'))[1] ?? '',
      /^Set OS-EXT-STS:task_state to/,
    );
  });

  it('say each value that they set', () => {
    const text = 'OS-EXT-STS:vm_state: active\nOS-EXT-STS:task_state: rebooting\nstatus: SHUTOFF\n';
    const [first, second] = titles(text);
    assert.equal(first, 'Set status to REBOOT');
    assert.equal(second, 'Set OS-EXT-STS:vm_state to stopped and OS-EXT-STS:task_state to null');
  });

  it('are twenty at most', () => {
    const rows = Array.from({ length: 30 }, (_, i) => ({ vmState: `v${i}`, taskState: null, status: 'ODD' }));
    const own = resolveCloud({ id: 'own', title: 'Own', extends: 'openstack', rows }, clouds);
    const options = { cloud: 'own', clouds: new Map([...clouds, ['own', own]]) };
    const { fixes } = only(
      checkText('OS-EXT-STS:vm_state: active\nstatus: ODD\n', 'yaml', options),
      'status-mismatch',
    );
    assert.equal(fixes.filter(({ title }) => title.includes('vm_state')).length, 20);
  });

  it('have their edits in the order of the text', () => {
    const text = 'OS-EXT-STS:task_state: rebooting\nOS-EXT-STS:vm_state: active\nstatus: SHUTOFF\n';
    const { fixes } = only(checkText(text, 'yaml'), 'status-mismatch');
    const both = fixes.find(({ edits }) => edits.length === 2);
    assert.ok(both);
    assert.deepEqual(
      both.edits.map(({ offset }) => offset),
      both.edits.map(({ offset }) => offset).sort((a, b) => a - b),
    );
  });
});

describe('A fix of a field', () => {
  it('keeps the tag of a number', () => {
    const text = 'OS-EXT-STS:vm_state: stopped\nstatus: SHUTOFF\nOS-EXT-STS:power_state: !!int 1\n';
    const [fix] = only(checkText(text, 'yaml'), 'power-state').fixes;
    assert.equal(applyEdits(text, fix?.edits ?? []), text.replace('!!int 1', '!!int 4'));
  });

  it('takes it away by its name', () => {
    const text = 'progress: 1\nstatus: SHUTOFF\nOS-EXT-STS:vm_state: stopped\n';
    const [fix] = only(checkText(text, 'yaml'), 'unexpected-field').fixes;
    assert.equal(fix?.title, 'Remove progress');
    assert.equal(applyEdits(text, fix?.edits ?? []), text.replace('progress: 1\n', ''));
  });

  it('is left out where it cannot be taken away alone', () => {
    const text = '? progress\n: 1\nstatus: SHUTOFF\nOS-EXT-STS:vm_state: stopped\n';
    assert.deepEqual(only(checkText(text, 'yaml'), 'unexpected-field').fixes, []);
  });
});

describe('A fix of a silencing comment', () => {
  const SERVER = 'OS-EXT-STS:vm_state: active\nstatus: ACTIVE\n';
  const fixed = (text: string, languageId: string) =>
    checkText(text, languageId).flatMap(({ fixes }) => fixes.map(({ edits }) => applyEdits(text, edits)));

  for (const [what, languageId, text, expected] of [
    ['takes out its line', 'yaml', `# server-status-disable\n${SERVER}`, [SERVER]],
    [
      'takes it out of a line with the blanks before it',
      'yaml',
      `${SERVER.trimEnd()}  # server-status-disable-line\n`,
      [SERVER],
    ],
    [
      'takes it out of the middle of a line',
      'jsonc',
      '{/* server-status-disable-line */ "server": {}}',
      ['{"server": {}}'],
    ],
    ['leaves alone what says more', 'yaml', `# see below: server-status-disable\n${SERVER}`, []],
    ['leaves several lines alone', 'jsonc', '/* server-status-disable\nwhy */ {"server": {}}', []],
    [
      'takes the first code out',
      'yaml',
      `# server-status-disable zzz, wrong-type\n${SERVER}`,
      [`# server-status-disable wrong-type\n${SERVER}`],
    ],
    [
      'takes the only code out with its comment',
      'yaml',
      `# server-status-disable zzz -- why\n${SERVER}`,
      [SERVER],
    ],
  ] as const) {
    it(what, () => assert.deepEqual(fixed(text, languageId), expected));
  }
});
