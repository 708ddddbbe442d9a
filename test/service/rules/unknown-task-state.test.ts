import assert from 'node:assert/strict';
import { assertFindings, chosen, json, MARKS, only, recognised, unnamed, type Written } from '../helpers';

describe('unknown-task-state', () => {
  const WRONG = { vmState: 'active', taskState: 'powering_off', status: 'ACTIVE' };

  it('is a warning', () => {
    assertFindings(unnamed(WRONG), 'warning unknown-task-state');
  });

  it('stands at the task_state', () => {
    const { span } = only(unnamed(WRONG), 'unknown-task-state');
    assert.equal(json(WRONG).slice(span.start, span.end), '"powering_off"');
  });

  it('expects and names the closest one', () => {
    const { expected, message } = only(unnamed(WRONG), 'unknown-task-state');
    assert.deepEqual([expected[0], message.includes('powering-off')], ['powering-off', true]);
  });

  it('comes without a mismatch: a misspelt value is never reported as one', () => {
    const found = unnamed({ vmState: 'active', taskState: 'rebootng', status: 'REBOOT' });
    assertFindings(found, 'warning unknown-task-state');
  });

  it('says nothing of underscores under Rackspace', () => {
    assertFindings(chosen('rackspace', WRONG));
  });

  it('is a warning for hyphens under Rackspace', () => {
    assertFindings(
      chosen('rackspace', { ...WRONG, taskState: 'powering-off' }),
      'warning unknown-task-state',
    );
  });

  it('is an information for a task_state of OpenStack’s where the cloud was only recognised', () => {
    const found = recognised(MARKS.rackspace, { vmState: 'active', taskState: 'shelving', status: 'ACTIVE' });
    assertFindings(found, 'information unknown-task-state');
  });

  const preferred = (server: Written) =>
    only(unnamed(server), 'unknown-task-state').fixes.map((fix) => [
      fix.title.split(' ').at(-1),
      fix.preferred,
    ]);

  it('prefers the closest of several', () => {
    assert.deepEqual(preferred({ vmState: 'active', taskState: 'powering-of' }), [
      ['powering-off', true],
      ['powering-on', false],
    ]);
  });

  it('prefers none that makes a pair which Nova never produces', () => {
    assert.deepEqual(preferred({ vmState: 'active', taskState: 'spawnin' }), [['spawning', false]]);
    assert.deepEqual(preferred({ vmState: 'building', taskState: 'spawnin' }), [['spawning', true]]);
  });
});
