import assert from 'node:assert/strict';
import {
  applyEdits,
  assertFindings,
  chosen,
  json,
  MARKS,
  only,
  recognised,
  unnamed,
  type Written,
} from '../helpers';

describe('unknown-status', () => {
  const WRONG = { vmState: 'active', taskState: 'rebooting', status: 'REBOT' };

  it('is an error for a status that the cloud does not have, and no mismatch', () => {
    assertFindings(unnamed(WRONG), 'error unknown-status');
  });

  it('stands at the status', () => {
    const { span } = only(unnamed(WRONG), 'unknown-status');
    assert.equal(json(WRONG).slice(span.start, span.end), '"REBOT"');
  });

  it('names the closest one and the one that the table gives', () => {
    const { message } = only(unnamed({ ...WRONG, status: 'ACTIV' }), 'unknown-status');
    for (const part of ['ACTIV', 'ACTIVE', 'REBOOT']) {
      assert.match(message, new RegExp(`\\b${part}\\b`));
    }
  });

  it('expects the one that the table gives first', () => {
    assert.equal(only(unnamed({ ...WRONG, status: 'ACTIV' }), 'unknown-status').expected[0], 'REBOOT');
  });

  it('expects the closest one where the table cannot tell', () => {
    const finding = only(unnamed({ vmState: 'frozen', status: 'ACTIV' }), 'unknown-status');
    assert.equal(finding.expected[0], 'ACTIVE');
  });

  it('takes a status in lower case for a slip', () => {
    assert.deepEqual(only(unnamed({ vmState: 'active', status: 'active' }), 'unknown-status').expected, [
      'ACTIVE',
    ]);
  });

  it('is an error for UNKNOWN under ecs-classic, whose list does not have it', () => {
    const found = chosen('ecs-classic', { vmState: 'active', taskState: null, status: 'UNKNOWN' });
    assertFindings(found, 'error unknown-status');
  });

  it('is an error for a status of OpenStack that a recognised cloud does not have', () => {
    const found = recognised(MARKS.huaweicloud, { vmState: 'active', taskState: null, status: 'PAUSED' });
    assertFindings(found, 'error unknown-status');
  });

  it('says nothing of a status that OpenStack gives to an unlisted pair: that is unlisted-combination’s', () => {
    const found = chosen('huaweicloud', {
      vmState: 'active',
      taskState: 'updating_password',
      status: 'PASSWORD',
    });
    assert.ok(!found.some(({ rule }) => rule === 'unknown-status'));
  });

  it('is an error for an empty status', () => {
    const finding = only(unnamed({ vmState: 'active', taskState: null, status: '' }), 'unknown-status');
    assert.deepEqual([finding.severity, finding.expected], ['error', ['ACTIVE']]);
  });

  const said = (server: Written) => only(unnamed(server), 'unknown-status').message;

  it('asks for a near one, unless that is the one that the table gives', () => {
    assert.equal(
      said({ ...WRONG, status: 'ACTIV' }),
      '"ACTIV" is not a status of OpenStack Nova. Did you mean "ACTIVE"? "active" + "rebooting" gives "REBOOT".',
    );
    assert.equal(
      said({ vmState: 'active', taskState: 'rebuilding', status: 'REUILD' }),
      '"REUILD" is not a status of OpenStack Nova. Did you mean "REBUILD" or "BUILD"? "active" + "rebuilding" gives "REBUILD".',
    );
    assert.equal(
      said(WRONG),
      '"REBOT" is not a status of OpenStack Nova. "active" + "rebooting" gives "REBOOT".',
    );
    assert.equal(
      said({ vmState: 'frozen', status: 'ACTIV' }),
      '"ACTIV" is not a status of OpenStack Nova. Did you mean "ACTIVE"?',
    );
    assert.equal(
      said({ vmState: 'active', taskState: null, status: 'HAMSTER' }),
      '"HAMSTER" is not a status of OpenStack Nova. "active" + null gives "ACTIVE".',
    );
  });

  /** What is offered, the preferred one marked. */
  const offered = (server: Written) =>
    only(unnamed(server), 'unknown-status').fixes.map(({ edits, preferred }) => {
      const { status } = JSON.parse(applyEdits(json(server), edits));
      return preferred ? `${status} (preferred)` : status;
    });

  it('is mended by what the table gives, then by what is near', () => {
    assert.deepEqual(offered({ ...WRONG, status: 'ACTIV' }), ['REBOOT (preferred)', 'ACTIVE']);
    assert.deepEqual(offered(WRONG), ['REBOOT (preferred)']);
  });

  it('is mended by what is near where that can be, surely', () => {
    assert.deepEqual(offered({ vmState: 'error', taskState: '{{ task }}', status: 'REUILD' }), [
      'REBUILD (preferred)',
      'BUILD',
    ]);
  });

  it('is mended, unsurely, by what can be where nothing near can', () => {
    assert.deepEqual(offered({ vmState: 'error', taskState: '{{ task }}', status: 'PAUSD' }), [
      'ERROR',
      'REBUILD',
      'PAUSED',
    ]);
  });

  it('offers three of many that can be', () => {
    assert.deepEqual(offered({ vmState: 'active', taskState: '{{ task }}', status: 'HAMSTER' }).length, 3);
  });

  it('shows the vm_state and the task_state', () => {
    const { related } = only(unnamed(WRONG), 'unknown-status');
    assert.deepEqual(
      related.map(({ message }) => message),
      ['vm_state is "active".', 'task_state is "rebooting".'],
    );
  });

  it('leaves a status that is no text to wrong-type', () => {
    assertFindings(unnamed({ vmState: 'active', taskState: null, status: 200 }), 'warning wrong-type');
  });

  it('is an error for a status of OpenStack’s beside a vm_state that nobody knows', () => {
    const found = chosen('huaweicloud', { vmState: 'frozen', status: 'PAUSED' });
    assertFindings(found, 'error unknown-status', 'warning unknown-vm-state');
  });
});
