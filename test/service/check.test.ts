import assert from 'node:assert/strict';
import { check, checkText, RULES, readFixture } from '../../src/service';
import { inEnglish } from '../../src/words';
import { assertFindings, chosen, json, optionsOf, type Written } from './helpers';

/** The rules and their default severities, as they are fixed. */
const DEFAULTS = {
  'status-mismatch': 'error',
  'unlisted-combination': 'warning',
  'impossible-combination': 'information',
  'unknown-status': 'error',
  'unknown-vm-state': 'warning',
  'unknown-task-state': 'warning',
  'null-as-text': 'warning',
  'wrong-type': 'warning',
  'power-state': 'hint',
  'unexpected-field': 'information',
  'unused-directive': 'information',
};

/** A server that has a finding of almost every rule. */
const BAD: Written = {
  vmState: 'active',
  taskState: 'spawning',
  status: 'BUILD',
  powerState: 4,
  fault: { code: 1 },
  progress: 1,
};

describe('the rules', () => {
  it('are those that are fixed, with their severities', () => {
    const severities = [...RULES].map(([code, { severity }]) => [code, severity]);
    assert.deepEqual(Object.fromEntries(severities), DEFAULTS);
  });

  it('say in one sentence what they look for', () => {
    for (const [code, { summary }] of RULES) assert.match(summary, /^[^.]+.*\.$/, code);
  });
});

describe('check', () => {
  it('tells of a server whose check fails, and checks the others', () => {
    const [bad, good] = [json(BAD), json({ vmState: 'active', taskState: null, status: 'PAUSED' })];
    const faults: [string, number][] = [];
    const options = optionsOf({
      say: (text, parts) => {
        if (parts?.pair === '"active" + "spawning"') throw new Error('a mistake of ours');
        return inEnglish(text, parts);
      },
      onFault: (error, { start }) => faults.push([(error as Error).message, start]),
    });
    const found = check(readFixture(`[${bad}, ${good}]`, 'json'), options);
    assert.deepEqual(faults, [['a mistake of ours', 1]]);
    assert.ok(found.some(({ server }) => server.status === 'PAUSED'));
  });

  it('has at most one finding at a place', () => {
    const starts = checkText(json(BAD), 'json').map(({ span }) => span.start);
    assert.equal(new Set(starts).size, starts.length);
  });

  it('gives the findings in the order of the text', () => {
    const starts = checkText(`[${json(BAD)},${json(BAD)}]`, 'json').map(({ span }) => span.start);
    assert.deepEqual(
      starts,
      [...starts].sort((a, b) => a - b),
    );
  });

  it('names the cloud whose rule it is', () => {
    const [finding] = chosen('rackspace', { vmState: 'active', status: 'ERROR' });
    assert.equal(finding?.cloud, 'rackspace');
  });

  it('tells the values as they are written', () => {
    const [finding] = chosen('openstack', {
      vmState: 'active',
      taskState: null,
      status: 'ERROR',
      powerState: 1,
    });
    assert.deepEqual(finding?.server, { vmState: 'active', taskState: null, status: 'ERROR', powerState: 1 });
  });

  it('leaves out of the values what is not in the file', () => {
    const [finding] = chosen('openstack', { vmState: 'active', status: 'ERROR' });
    assert.deepEqual(finding?.server, { vmState: 'active', status: 'ERROR' });
  });

  it('judges each server by its own values', () => {
    const text = `[${json({ vmState: 'active', status: 'ERROR' })},${json({ vmState: 'active', status: 'ACTIVE' })},${json({ vmState: 'stopped', status: 'ACTIVE' })}]`;
    assert.deepEqual(
      checkText(text, 'json').map(({ expected }) => expected),
      [['ACTIVE'], ['SHUTOFF']],
    );
  });

  it('silences a rule that is off', () => {
    const found = checkText(json({ vmState: 'active', status: 'ERROR' }), 'json', {
      rules: { 'status-mismatch': 'off' },
    });
    assertFindings(found);
  });

  for (const severity of ['hint', 'information', 'warning', 'error'] as const) {
    it(`gives a rule the severity ${severity} that it was set to`, () => {
      const found = checkText(json({ vmState: 'active', status: 'ERROR' }), 'json', {
        rules: { 'status-mismatch': severity },
      });
      assertFindings(found, `${severity} status-mismatch`);
    });
  }

  it('gives a set severity where the cloud was only recognised too', () => {
    const text = json({
      vmState: 'active',
      taskState: 'resize_prep',
      status: 'RESIZE',
      enterprise_project_id: '0',
    });
    assertFindings(
      checkText(text, 'json', { rules: { 'unlisted-combination': 'error' } }),
      'error unlisted-combination',
    );
  });

  it('finds the same in YAML with the same content', () => {
    const rules = (languageId: string) => checkText(json(BAD), languageId).map(({ rule }) => rule);
    assert.deepEqual(rules('yaml'), rules('json'));
  });

  it('names the server and the field of a finding in Base64, which has no places', () => {
    const server = { name: 'web-1', vmState: 'active', status: 'ERROR', progress: 5 };
    const found = checkText(
      `{"a": "${btoa(json(server))}", "b": "${btoa(json({ ...server, name: undefined }))}"}`,
      'json',
    );
    assert.deepEqual(
      found.map(({ message, related }) => [message.split(':')[0], related]),
      [
        ['web-1, status', []],
        ['server 1, status', []],
      ],
    );
    const two = btoa(
      `[${json({ vmState: 'active', status: 'ERROR' })}, ${json({ vmState: 'active', status: 'PAUSED' })}]`,
    );
    assert.deepEqual(
      checkText(`["${two}", "${two}"]`, 'json').map(({ message }) => message.split(',')[0]),
      ['server 1', 'server 2', 'server 1', 'server 2'],
    );
    const [progress] = checkText(
      `["${btoa(json({ ...server, vmState: 'stopped', status: 'SHUTOFF' }))}"]`,
      'json',
    );
    assert.equal(progress?.message.split(':')[0], 'web-1, progress');
  });

  it('says nothing of comments where that rule is off', () => {
    const text = '// server-status-disable-line no-such-rule\n{"OS-EXT-STS:vm_state": "active"}';
    assertFindings(checkText(text, 'jsonc'), 'information unused-directive');
    assertFindings(checkText(text, 'jsonc', { rules: { 'unused-directive': 'off' } }));
  });

  it('offers no edit of a value that is written elsewhere', () => {
    const text = 'st: &st ERROR\nserver:\n  OS-EXT-STS:vm_state: &vm active\n  status: *st\n';
    const edits = checkText(text, 'yaml').flatMap(({ fixes }) => fixes.flatMap((fix) => fix.edits));
    assert.ok(!edits.some(({ offset, length }) => text.slice(offset, offset + length).includes('*')));
  });

  it('says where a value is written that came through an alias', () => {
    const text = 'st: &st ERROR\nserver:\n  OS-EXT-STS:vm_state: active\n  status: *st\n';
    const related = checkText(text, 'yaml').flatMap((finding) => finding.related);
    assert.ok(related.some(({ span }) => text.slice(span.start, span.end) === 'ERROR'));
  });
});

describe('fault and progress beside a status that is wrong itself', () => {
  it('are not judged by it', () => {
    const text = '{"OS-EXT-STS:vm_state": "active", "status": "SHUTOFF", "progress": 0}';
    assert.deepEqual(
      checkText(text, 'json').map(({ rule }) => rule),
      ['status-mismatch'],
    );
  });
});
