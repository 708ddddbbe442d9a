import assert from 'node:assert/strict';
import { type Cloud, clouds } from '../../src/mapping';
import { checkText, fixAll, type Options, readFixture } from '../../src/service';
import { readChanged } from '../../src/service/recognise/read-change';
import { applyEdits, cloudCalled, json, optionsOf, yaml } from './helpers';

function fix(text: string, languageId = 'yaml', options: Partial<Options> = {}) {
  const { fixture, ...result } = fixAll(readFixture(text, languageId), optionsOf(options));
  assert.equal(fixture.text, applyEdits(text, result.edits), 'the edits lead to the text');
  return { ...result, text: fixture.text };
}

const REBOOTING = { vmState: 'active', taskState: 'rebooting' };

describe('Fixing all', () => {
  for (const [languageId, write] of [
    ['json', json],
    ['yaml', yaml],
  ] as const) {
    it(`puts each server of ${languageId} right`, () => {
      const one = (status: string) => `[${write({ ...REBOOTING, status })}]`;
      const wrong = languageId === 'json' ? one('ACTIVE') : write({ ...REBOOTING, status: 'ACTIVE' });
      const { text, fixed } = fix(wrong, languageId);
      assert.deepEqual([text, fixed], [wrong.replace('"ACTIVE"', '"REBOOT"'), 1]);
    });
  }

  for (const [languageId, what, text] of [
    ['go', 'YAML in a string', 'const a = `\nOS-EXT-STS:vm_state: paused\nstatus: ACTIVE\n`'],
    [
      'go',
      'JSON that is filled in',
      'f(`{"OS-EXT-STS:vm_state": "paused", "status": "ACTIVE", "progress": %d, "id": %[2]q}`)',
    ],
    ['markdown', 'YAML', '```yaml\nOS-EXT-STS:vm_state: paused\nstatus: ACTIVE\n```'],
    ['markdown', 'a program', "```py\na = {'OS-EXT-STS:vm_state': 'paused', 'status': 'ACTIVE'}\n```"],
    ['markdown', 'an answer', '```\n$ a\n{"OS-EXT-STS:vm_state": "paused", "status": "ACTIVE"}\n```'],
    [
      'markdown',
      'the first of two answers',
      '```\n$ a\n{"OS-EXT-STS:vm_state": "paused", "status": "ACTIVE"}\n$ b\n{\n"status": 1}\n```',
    ],
  ] as const) {
    it(`puts a server of ${languageId} right in ${what}`, () =>
      assert.equal(fix(text, languageId).text, text.replace('ACTIVE', 'PAUSED')));
  }

  it('leaves a server of a document alone whose text is shortened', () => {
    const text = '```\n{"OS-EXT-STS:vm_state": "paused", "status": "ACTIVE", ...}\n```';
    assert.equal(fix(text, 'markdown').text, text);
  });

  it('gives edits of the old text, one for each value', () => {
    const text = `[${json({ ...REBOOTING, status: 'ACTIVE' })}, ${json({ vmState: 'actve', status: 'ACTIVE' })}]`;
    const { edits } = fix(text, 'json');
    assert.deepEqual(
      edits.map(({ offset, length, text: put }) => [text.slice(offset, offset + length), put]),
      [
        ['"ACTIVE"', '"REBOOT"'],
        ['"actve"', '"active"'],
      ],
    );
  });

  it('puts a misspelt state right before the status that follows from it', () => {
    const { text, fixed } = fix(yaml({ vmState: 'active', taskState: 'rebootin', status: 'ACTIVE' }));
    assert.deepEqual([text, fixed], [yaml({ ...REBOOTING, status: 'REBOOT' }), 2]);
  });

  it('takes a misspelt status for the one that follows from a pair that was misspelt too', () => {
    const { text, edits, fixed } = fix(yaml({ vmState: 'actve', taskState: 'rebootin', status: 'ACTVE' }));
    assert.deepEqual([text, edits.length, fixed], [yaml({ ...REBOOTING, status: 'REBOOT' }), 3, 3]);
  });

  it('counts a value once that changes twice', () => {
    const { text, fixed } = fix(yaml({ vmState: 'active', taskState: null, status: 'ERRO' }));
    assert.deepEqual([text, fixed], [yaml({ vmState: 'active', taskState: null, status: 'ACTIVE' }), 1]);
  });

  it('puts each answer right that stands in one string', () => {
    const answers = `${json({ ...REBOOTING, status: 'ACTIVE' }).replaceAll('\n', '')}\n`.repeat(2);
    const text = JSON.stringify({ body: answers });
    assert.equal(fix(text, 'json').text, text.replaceAll('ACTIVE', 'REBOOT'));
  });

  it('does not change a status that is right once its state is', () => {
    const { text, fixed } = fix(yaml({ vmState: 'active', taskState: 'rebootin', status: 'REBOOT' }));
    assert.deepEqual([text, fixed], [yaml({ ...REBOOTING, status: 'REBOOT' }), 1]);
  });

  for (const rules of [{}, { 'impossible-combination': 'off' as const }])
    it(`makes no pair that Nova never produces (${JSON.stringify(rules)})`, () => {
      const wrong = yaml({ vmState: 'actve', taskState: 'spawnng', status: 'ACTIVE' });
      const { text, findings } = fix(wrong, 'yaml', { rules });
      assert.equal(text, wrong.replace('actve', 'active'));
      assert.deepEqual(
        findings.map(({ rule }) => rule),
        ['unknown-task-state'],
      );
    });

  it('says what is left', () => {
    const wrong = yaml({ ...REBOOTING, status: 'ACTIVE', powerState: true });
    const { findings } = fix(wrong);
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ['wrong-type'],
    );
  });

  it('gives back the same fixture where nothing is to be fixed', () => {
    const fixture = readFixture(yaml({ ...REBOOTING, status: 'REBOOT' }), 'yaml');
    const result = fixAll(fixture);
    assert.equal(result.fixture, fixture);
    assert.deepEqual([result.edits, result.fixed], [[], 0]);
  });

  it('changes nothing when it is done again', () => {
    const { text } = fix(yaml({ vmState: 'actve', taskState: 'None', status: 'ERRO' }));
    assert.deepEqual(fix(text).edits, []);
  });

  it('keeps comments, quotes, spaces and line ends', () => {
    const wrong = "# a\r\n{ 'OS-EXT-STS:vm_state' :  'actve' , # b\r\n status:\tSHUTOFF }\r\n";
    assert.equal(fix(wrong).text, wrong.replace('actve', 'active').replace('SHUTOFF', 'ACTIVE'));
  });

  it('keeps a byte order mark', () => {
    const wrong = `\uFEFF${json({ ...REBOOTING, status: 'ACTIVE' })}`;
    assert.equal(fix(wrong, 'json').text, wrong.replace('"ACTIVE"', '"REBOOT"'));
  });

  it('leaves values behind an anchor to a person', () => {
    const text = 'a: &a\n  OS-EXT-STS:vm_state: active\n  status: ERRO\nb:\n  <<: *a\n';
    const { edits, findings } = fix(text);
    assert.ok(findings.length > 0);
    assert.deepEqual(edits, []);
  });

  it('fixes what a server writes itself beside a value that came by an alias', () => {
    const text =
      'x: &vm active\nservers:\n  - OS-EXT-STS:vm_state: *vm\n    OS-EXT-STS:task_state: rebooting\n    status: ACTIVE\n';
    assert.equal(fix(text).text, text.replace('ACTIVE', 'REBOOT'));
  });

  it('leaves alone what a comment silences', () => {
    const text = `# server-status-disable status-mismatch\n${yaml({ ...REBOOTING, status: 'ACTIVE' })}`;
    assert.deepEqual(fix(text).edits, []);
  });

  it('leaves alone what a rule that is off would find', () => {
    const text = yaml({ ...REBOOTING, status: 'ACTIVE' });
    assert.deepEqual(fix(text, 'yaml', { rules: { 'status-mismatch': 'off' } }).edits, []);
  });

  it('holds the servers to the cloud that is chosen', () => {
    const text = yaml({ vmState: 'active', taskState: 'resize_prep', status: 'ACTIVE' });
    const { text: fixed } = fix(text, 'yaml', { cloud: 'huaweicloud' });
    const [status] = checkText(text, 'yaml', { cloud: 'huaweicloud' }).flatMap(({ expected }) => expected);
    assert.ok(status !== undefined && fixed.includes(status));
  });

  it('fixes each line of JSON Lines', () => {
    const line = (status: string) => `${JSON.stringify(JSON.parse(json({ ...REBOOTING, status })))}\n`;
    assert.equal(fix(line('ACTIVE') + line('ERROR'), 'jsonl').text, line('REBOOT').repeat(2));
  });

  it('fixes a text between the statements of a template', () => {
    const text = `servers:\n{% for i in ids %}\n  - OS-EXT-STS:vm_state: stopped\n    status: ACTIVE\n{% endfor %}\n`;
    assert.equal(fix(text).text, text.replace('ACTIVE', 'SHUTOFF'));
  });

  for (const [what, languageId, broken] of [
    ['JSON without its last bracket', 'json', `[${json({ ...REBOOTING, status: 'ACTIVE' })}`],
    ['JSON Lines with half a line', 'jsonl', '{"OS-EXT-STS:vm_state": "active", "status": "ERROR"}\n{"id'],
    ['JSON that nests too deep for its parser', 'json', deep()],
    ['YAML with a line that is none', 'yaml', `${yaml({ ...REBOOTING, status: 'ACTIVE' })}x: "a\n`],
  ] as const) {
    it(`leaves a broken text as it is: ${what}`, () => {
      const { edits, findings } = fix(broken, languageId);
      assert.ok(findings.length > 0, 'there is something to fix');
      assert.deepEqual(edits, []);
    });
  }
});

/** A server with an error behind more brackets than a parser that calls itself can follow. */
function deep(): string {
  const depth = 100_000;
  return `[${json({ ...REBOOTING, status: 'ACTIVE' })}, ${'['.repeat(depth)}${']'.repeat(depth)}]`;
}

describe('Fixing all with a fix that does not do what it should', () => {
  /** A cloud with statuses that YAML takes for something else when they stand without quotes. */
  function cloudOf(status: string): Partial<Options> {
    const openstack = cloudCalled('openstack');
    const odd: Cloud = {
      ...openstack,
      id: 'odd',
      statuses: { ...openstack.statuses, [status]: 'odd' },
      index: new Map([
        ...openstack.index,
        ['paused', { byTaskState: new Map([[null, status]]), otherwise: null }],
      ]),
    };
    return { cloud: 'odd', clouds: new Map([...clouds, ['odd', odd]]) };
  }

  it('leaves out the one that would break the text', () => {
    const text = yaml({ vmState: 'paused', status: 'ACTIVE' }).replaceAll('"', '');
    const { edits, findings } = fix(text, 'yaml', cloudOf('[ODD'));
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ['status-mismatch'],
    );
    assert.deepEqual(edits, []);
  });

  it('leaves out the one that does not make its finding go away', () => {
    const text = yaml({ vmState: 'paused', status: 'ACTIVE' }).replaceAll('"', '');
    const { edits, fixed } = fix(text, 'yaml', cloudOf('ERROR #1'));
    assert.deepEqual([edits, fixed], [[], 0]);
  });

  it('makes all others', () => {
    const item = (vmState: string, status: string) =>
      `- OS-EXT-STS:vm_state: ${vmState}\n  OS-EXT-STS:task_state: null\n  status: ${status}\n`;
    const bad = item('paused', 'SHUTOFF');
    const text = [item('active', 'ERROR'), bad, item('stopped', 'ERROR'), bad, item('error', 'ACTIVE')].join(
      '',
    );
    const { text: after, fixed } = fix(text, 'yaml', cloudOf('[ODD'));
    const right = [item('active', 'ACTIVE'), bad, item('stopped', 'SHUTOFF'), bad, item('error', 'ERROR')];
    assert.deepEqual([after, fixed], [right.join(''), 3]);
  });

  const MISSPELT = [
    'server:',
    '  # server-status-disable-next-line status-mismatc -- the client must survive this',
    '  status: ACTIVE',
    '  OS-EXT-STS:vm_state: active',
    '  OS-EXT-STS:task_state: rebooting',
    '',
  ].join('\n');

  it('leaves a comment as it is, and the value that it was meant to silence', () => {
    const { fixture, fixed } = fixAll(readFixture(MISSPELT, 'yaml'));
    assert.deepEqual([fixture.text, fixed], [MISSPELT, 0]);
  });

  it('leaves that value also where nobody asks for findings of comments', () => {
    const { text, fixed } = fix(MISSPELT, 'yaml', { rules: { 'unused-directive': 'off' } });
    assert.deepEqual([text, fixed], [MISSPELT, 0]);
  });

  it('puts another server right beside a comment that is misspelt', () => {
    const other = (status: string) =>
      `${MISSPELT.slice(MISSPELT.indexOf('  status')).replaceAll(/^ {2}/gm, '').replace('ACTIVE', status)}---\n`;
    const { fixture, fixed } = fixAll(readFixture(other('PAUSED') + MISSPELT, 'yaml'));
    assert.deepEqual([fixture.text, fixed], [other('REBOOT') + MISSPELT, 1]);
  });

  it('corrects a comment where that was asked for, and leaves the value that it then silences', () => {
    const { fixture, fixed, findings } = fixAll(readFixture(MISSPELT, 'yaml'), undefined, 'fix');
    assert.deepEqual(
      [fixture.text, fixed, findings.length],
      [MISSPELT.replace('mismatc ', 'mismatch '), 1, 0],
    );
  });

  it('removes a comment that silences nothing where that was asked for', () => {
    const text = `# server-status-disable-next-line power-state\n${MISSPELT.replace('mismatc ', 'mismatch ')}`;
    const { fixture } = fixAll(readFixture(text, 'yaml'), undefined, 'fix');
    assert.equal(fixture.text, text.slice(text.indexOf('server:')));
  });

  for (const codes of ['nosuch nosuch', 'nosuch other nosuch', 'nosuch, a, b, c, d, e'])
    it(`removes a comment with nothing but unknown codes at once: ${codes}`, () => {
      const server = 'OS-EXT-STS:vm_state: active\nOS-EXT-STS:task_state: null\nstatus: ACTIVE\n';
      const text = `# server-status-disable ${codes}\n${server}`;
      const { fixture, fixed } = fixAll(readFixture(text, 'yaml'), undefined, 'fix');
      assert.equal(fixture.text, server);
      assert.equal(fixed, codes.split(/[ ,]+/).length);
    });

  it('leaves what stands in a string whose JSON is broken, as it leaves such a file', () => {
    const inner =
      '{"server":{"name":"a,"OS-EXT-STS:vm_state":"active","OS-EXT-STS:task_state":"rebooting","status":"ACTIVE"}}]]';
    for (const text of [
      inner,
      JSON.stringify({ body: inner }),
      JSON.stringify({ body: JSON.stringify({ body: inner }) }),
    ])
      assert.equal(fixAll(readFixture(text, 'json')).fixture.text, text);
  });

  it('leaves it there after a change in front of the string, too', () => {
    const wrong = '{"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": null, "status": "ERROR"}';
    const bodies = (...all: string[]) => JSON.stringify(all.map((body) => ({ body })));
    const [right, broken] = [wrong.replace('ERROR', 'ACTIVE'), wrong.replace('}', '}]]')];
    const before = readFixture(bodies(right, broken), 'json');
    const now = readChanged(before, bodies(wrong, broken)) ?? assert.fail('not read alone');
    assert.equal(fixAll(now).fixture.text, bodies(right, broken));
  });
});
