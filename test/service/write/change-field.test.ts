import assert from 'node:assert/strict';
import type { FieldName } from '../../../src/fixture';
import { type Cloud, clouds, resolveCloud } from '../../../src/mapping';
import { readFixture } from '../../../src/service';
import type { Answer } from '../../../src/service/judge/answer';
import { changeField, dropForDue } from '../../../src/service/write/change-field';
import { applyEdits, json } from '../helpers';

const cloud = (id: string) => clouds.get(id) as Cloud;

function serverOf(text: string, languageId = 'json') {
  const fixture = readFixture(text, languageId);
  const [object] = fixture.servers;
  assert.ok(object, text);
  return { fixture, object };
}

/** The text after a field says what the API answers; undefined where it cannot. */
function changed(
  text: string,
  name: FieldName,
  answer: Answer,
  languageId = 'json',
  from = cloud('openstack'),
) {
  const edits = changeField(serverOf(text, languageId), name, answer, from);
  return edits && applyEdits(text, edits);
}

const state = (value: string | null): Answer => ({ kind: 'state', state: value });
const SHUT: Answer = { kind: 'number', usual: 4, seen: [4, 0] };

describe('A state that the API answers', () => {
  it('takes the place of the one that is there, and leaves it where it is the same', () => {
    const server = { vmState: 'active', taskState: null, status: 'ACTIVE' };
    assert.equal(changed(json(server), 'vmState', state('stopped')), json({ ...server, vmState: 'stopped' }));
    assert.equal(
      changed(json(server), 'taskState', state('pausing')),
      json({ ...server, taskState: 'pausing' }),
    );
    const fixture = serverOf(json(server));
    assert.deepEqual(changeField(fixture, 'vmState', state('active'), cloud('openstack')), []);
    assert.deepEqual(changeField(fixture, 'taskState', state(null), cloud('openstack')), []);
  });

  it('is written for null where the text is the word', () => {
    const server = { vmState: 'active', taskState: 'null', status: 'ACTIVE' };
    assert.equal(changed(json(server), 'taskState', state(null)), json({ ...server, taskState: null }));
  });

  it('is written for null where a number is', () => {
    const server = { vmState: 'active', taskState: 0, status: 'ACTIVE' };
    assert.equal(changed(json(server), 'taskState', state(null)), json({ ...server, taskState: null }));
  });

  it('is written where it is missing, in the spelling of the others, unless it is null', () => {
    const text = '{"vm_state": "active", "status": "ACTIVE"}';
    assert.equal(changed(text, 'taskState', state(null)), text);
    assert.equal(
      changed(text, 'taskState', state('pausing')),
      '{"vm_state": "active", "status": "ACTIVE", "task_state": "pausing"}',
    );
    assert.equal(
      changed(
        '{"server": {"status": "ACTIVE", "os-extended-status:task_state": "pausing"}}',
        'vmState',
        state('paused'),
      ),
      '{"server": {"status": "ACTIVE", "os-extended-status:vm_state": "paused", "os-extended-status:task_state": "pausing"}}',
    );
  });

  it('takes the place of an alias of the server’s own, and what that stood for stays', () => {
    const text = 'a: &a active\nserver:\n  vm_state: *a\n  status: ACTIVE\n';
    assert.equal(changed(text, 'vmState', state('stopped'), 'yaml'), text.replace('*a', 'stopped'));
  });

  it('stands before what a merge key brought', () => {
    const text = 'a: &a\n  vm_state: active\nserver:\n  <<: *a\n  status: ACTIVE\n';
    const found = readFixture(text, 'yaml').servers.findLast(({ fields }) => fields.vmState?.origin);
    assert.ok(found);
    const server = { fixture: readFixture(text, 'yaml'), object: found };
    const edits = changeField(server, 'vmState', state('stopped'), cloud('openstack')) ?? [];
    assert.equal(
      applyEdits(text, edits),
      text.replace('  status: ACTIVE\n', '  status: ACTIVE\n  vm_state: stopped\n'),
    );
  });
});

describe('A null that the API answers', () => {
  it('is written where a merge key brought something else', () => {
    const text = 'a: &a\n  task_state: pausing\nserver:\n  <<: *a\n  vm_state: active\n  status: ACTIVE\n';
    const fixture = readFixture(text, 'yaml');
    const object = fixture.servers.findLast(({ fields }) => fields.taskState?.origin);
    assert.ok(object);
    const edits = changeField({ fixture, object }, 'taskState', state(null), cloud('openstack')) ?? [];
    assert.equal(
      applyEdits(text, edits),
      text.replace('  status: ACTIVE\n', '  status: ACTIVE\n  task_state: null\n'),
    );
  });
});

describe('A power_state that the API answers', () => {
  const power = (written: unknown, answer = SHUT, from = cloud('openstack')) => {
    const server = { vmState: 'stopped', status: 'SHUTOFF', powerState: written };
    const after = changed(json(server), 'powerState', answer, 'json', from);
    return after && JSON.parse(after)['OS-EXT-STS:power_state'];
  };

  it('is the usual one, written as the old one was', () => {
    assert.deepEqual(
      [1, '1', '', 'running', 'Running', 'RUNNING', '10'].map((written) => power(written)),
      [4, '4', '4', 'shutdown', 'Shutdown', 'SHUTDOWN', '4'],
    );
  });

  it('stays where it is one that is seen', () => {
    assert.deepEqual(
      [4, 0, '0', 'NOSTATE'].map((written) => power(written)),
      [4, 0, '0', 'NOSTATE'],
    );
  });

  it('stays where nobody knows which are seen, and where there is none', () => {
    assert.equal(power(1, { kind: 'number', usual: 0, seen: null }), 1);
    assert.equal(power(undefined), undefined);
  });

  it('has the words of OpenStack where the cloud lists none', () => {
    const own = resolveCloud({ id: 'own', title: 'Own' }, new Map());
    assert.equal(power('running', SHUT, own), 'shutdown');
  });
});

describe('A field that the API does not answer', () => {
  const SAMPLE = { name: 'progress', sample: 0 } as const;
  const dropped = (text: string, name: FieldName, due: Parameters<typeof dropForDue>[2]) => {
    const edits = dropForDue(serverOf(text), name, due);
    return edits && applyEdits(text, edits);
  };
  const text = '{"vm_state": "active", "status": "ACTIVE", "fault": {}, "id": 1}';

  it('goes', () => {
    assert.equal(dropped(text, 'fault', []), '{"vm_state": "active", "status": "ACTIVE", "id": 1}');
    assert.equal(dropped(text, 'progress', []), text);
  });

  it('gives its place to one that is due and missing', () => {
    assert.equal(
      dropped(text, 'fault', [SAMPLE]),
      '{"vm_state": "active", "status": "ACTIVE", "progress": 0, "id": 1}',
    );
    assert.equal(
      dropped('{"vm_state": "active", "status": "ACTIVE", "fault": {}, "progress": 1}', 'fault', [SAMPLE]),
      '{"vm_state": "active", "status": "ACTIVE", "progress": 1}',
    );
  });

  for (const [languageId, before, after] of [
    [
      'ruby',
      `f('OS-EXT-STS:vm_state' => 'stopped', 'progress' => 0)`,
      `f('OS-EXT-STS:vm_state' => 'stopped')`,
    ],
    [
      'ruby',
      `f('progress' => 0, 'OS-EXT-STS:vm_state' => 'stopped')`,
      `f('OS-EXT-STS:vm_state' => 'stopped')`,
    ],
    [
      'php',
      `<?php f(['progress' => 0, 'OS-EXT-STS:vm_state' => 'stopped']);`,
      `<?php f(['OS-EXT-STS:vm_state' => 'stopped']);`,
    ],
    [
      'php',
      `<?php f(array('OS-EXT-STS:vm_state' => 'stopped', 'progress' => 0));`,
      `<?php f(array('OS-EXT-STS:vm_state' => 'stopped'));`,
    ],
  ] as const)
    it(`goes between the brackets that ${languageId} has: ${before}`, () => {
      const edits = dropForDue(serverOf(before, languageId), 'progress', []);
      assert.equal(edits && applyEdits(before, edits), after);
    });

  it('goes where the one that is due cannot be written, as in a map of a program', () => {
    const text = 'x = {"OS-EXT-STS:vm_state": "error", "progress": 0, "status": "ERROR"}';
    const edits = dropForDue(serverOf(text, 'python'), 'progress', [
      { name: 'fault', sample: { code: 500, message: 'The operation failed.' } },
    ]);
    assert.equal(edits && applyEdits(text, edits), 'x = {"OS-EXT-STS:vm_state": "error", "status": "ERROR"}');
  });

  it('gives it to none where it is a state', () => {
    assert.equal(dropped(text, 'vmState', [SAMPLE]), '{"status": "ACTIVE", "fault": {}, "id": 1}');
  });
});
