import assert from 'node:assert/strict';
import { readFixture, serverAt } from '../../../src/service';
import { behindComments, objectAt, placeAt } from '../../../src/service/places/place';
import { atCursor } from '../helpers';

const at = (marked: string, languageId = 'json') => {
  const { text, offset } = atCursor(marked);
  const fixture = readFixture(text, languageId);
  const textOf = (object: ReturnType<typeof objectAt>) =>
    object && text.slice(object.span.start, object.span.end);
  const place = placeAt(fixture, offset);
  return {
    object: textOf(objectAt(fixture, offset)),
    server: textOf(serverAt(fixture, offset)),
    place: place && `${place.name} ${place.on}`,
  };
};

const IN = '{"vm_state": "active", "status": "ACTIVE"}';

describe('The field at a place', () => {
  it('is touched by its key and its value, and by nothing between', () => {
    assert.equal(at('{|"vm_state": "active", "status": "ACTIVE"}').place, 'vmState key');
    assert.equal(at('{"vm_state"|: "active", "status": "ACTIVE"}').place, 'vmState key');
    assert.equal(at('{"vm_state":| "active", "status": "ACTIVE"}').place, undefined);
    assert.equal(at('{"vm_state": |"active", "status": "ACTIVE"}').place, 'vmState value');
    assert.equal(at('{"vm_state": "active"|, "status": "ACTIVE"}').place, 'vmState value');
    assert.equal(at('{"vm_state": "active", |"status": "ACTIVE"}').place, 'status key');
  });

  it('is also that of a value which is not there yet, behind its colon', () => {
    const yaml = (line: string) => at(`vm_state: active\nstatus: ACTIVE\n${line}\n`, 'yaml').place;
    assert.deepEqual(
      [yaml('task_state:|'), yaml('task_state: |'), yaml('task_state :  |'), yaml('task_state:   | # c')],
      Array(4).fill('taskState value'),
    );
    assert.equal(yaml('task_state|:'), 'taskState key');
    assert.equal(yaml('task_state: # |'), undefined);
  });
});

describe('The object and the server at a place', () => {
  it('are the innermost ones around it', () => {
    const marked = `{"vm_state": "error", "status": "ERROR", "more": ${IN.replace('{', '{|')}}`;
    assert.deepEqual([at(marked).object, at(marked).server], [IN, IN]);
  });

  it('are none outside', () => {
    const found = at(`[| 1, ${IN}]`);
    assert.deepEqual([found.object, found.server], [undefined, undefined]);
  });

  it('are one that the place is in, and one that it touches', () => {
    for (const [marked, object, server] of [
      [`|${IN}`, undefined, IN],
      [`${IN}|`, undefined, IN],
      [`[${IN}, |${IN}]`, undefined, IN],
    ] as const)
      assert.deepEqual([at(marked).object, at(marked).server], [object, server]);
  });

  it('may be a server that still lacks its states', () => {
    assert.equal(at('{"server": {"status": "AC|TIVE"}}').server, '{"status": "ACTIVE"}');
  });

  it('are no other thing, and nothing in Base64', () => {
    assert.equal(at('{"port": {"status": "DO|WN"}}').server, undefined);
    const encoded = btoa(IN);
    const marked = `a:\n  body: !!binary ${encoded.slice(0, 5)}|${encoded.slice(5)}\n`;
    assert.equal(at(marked, 'yaml').server, undefined);
  });

  it('tell a notification from a server', () => {
    const data = { state: 'active', task_state: null, power_state: 'running' };
    const payload = { 'nova_object.name': 'InstanceUpdatePayload', 'nova_object.data': data };
    const text = JSON.stringify({ event_type: 'instance.update', payload, priority: 'INFO' });
    const found = at(text.replace('"active"', '"act|ive"'));
    assert.ok(found.object);
    assert.equal(found.server, undefined);
  });
});

describe('What follows blanks and comments', () => {
  const rest = (text: string) => text.slice(behindComments(text, 0));

  it('is the next thing of JSON', () => {
    assert.equal(rest(' \t\n x'), 'x');
    assert.equal(rest('// a\n // b\nx'), 'x');
    assert.equal(rest('/* a */ /* b\n */x'), 'x');
    assert.equal(rest('/*/ a */x'), 'x');
    assert.equal(rest('/ x'), '/ x');
    assert.equal(rest('x // a'), 'x // a');
  });

  it('is nothing behind a comment that is not closed', () => {
    assert.equal(rest('/* a'), '');
    assert.equal(rest('  // a'), '');
  });
});
