import assert from 'node:assert/strict';
import { clouds, resolveCloud } from '../../../src/mapping';
import { checkText } from '../../../src/service';
import { applyEdits, assertFindings, chosen, json, MARKS, only, recognised } from '../helpers';

/** In the vocabulary of Huawei Cloud, in no row of its table; OpenStack gives RESIZE. */
const UNLISTED = { vmState: 'active', taskState: 'resize_prep', status: 'RESIZE' };

for (const id of ['huaweicloud', 'opentelekomcloud'] as const) {
  describe(`unlisted-combination under ${id}, whose note makes unlisted pairs UNKNOWN`, () => {
    it('is a warning where the cloud was chosen and the status is OpenStack’s', () => {
      assertFindings(chosen(id, UNLISTED), 'warning unlisted-combination');
    });

    it('is information where the cloud was recognised', () => {
      assertFindings(recognised(MARKS[id], UNLISTED), 'information unlisted-combination');
    });

    it('has the cloud’s UNKNOWN for the best value', () => {
      assert.equal(only(chosen(id, UNLISTED), 'unlisted-combination').expected[0], 'UNKNOWN');
    });

    it('says nothing where UNKNOWN is written', () => {
      assertFindings(chosen(id, { ...UNLISTED, status: 'UNKNOWN' }));
    });

    it('leaves anything else to status-mismatch', () => {
      assertFindings(chosen(id, { ...UNLISTED, status: 'ACTIVE' }), 'error status-mismatch');
    });

    it('leaves UNKNOWN to status-mismatch as the right value', () => {
      const finding = only(chosen(id, { ...UNLISTED, status: 'ACTIVE' }), 'status-mismatch');
      assert.equal(finding.expected[0], 'UNKNOWN');
    });

    it('says nothing of a pair that has a row', () => {
      assertFindings(chosen(id, { vmState: 'shelved', taskState: 'unshelving', status: 'SHELVED' }));
    });

    it('stays with DELETED, which is right with any vm_state, in silence', () => {
      assertFindings(chosen(id, { ...UNLISTED, status: 'DELETED' }));
    });
  });
}

describe('unlisted-combination under ecs-classic, whose document is silent', () => {
  it('is a warning where OpenStack’s value is written', () => {
    assertFindings(chosen('ecs-classic', UNLISTED), 'warning unlisted-combination');
  });

  it('has OpenStack’s value for the right one', () => {
    assert.equal(only(chosen('ecs-classic', UNLISTED), 'unlisted-combination').expected[0], 'RESIZE');
  });

  it('leaves another value to status-mismatch, with OpenStack’s value expected', () => {
    const finding = only(chosen('ecs-classic', { ...UNLISTED, status: 'ACTIVE' }), 'status-mismatch');
    assert.deepEqual(finding.expected, ['RESIZE']);
  });

  it('says nothing of a pair that has a row', () => {
    assertFindings(
      chosen('ecs-classic', { vmState: 'stopped', taskState: 'powering-on', status: 'SHUTOFF' }),
    );
  });
});

describe('unlisted-combination', () => {
  it('says nothing under OpenStack, whose table has a default for every vm_state', () => {
    assertFindings(chosen('openstack', UNLISTED));
  });

  it('says nothing under OpenStack of a pair without a row in other clouds', () => {
    assertFindings(chosen('openstack', { vmState: 'paused', taskState: null, status: 'PAUSED' }));
  });

  it('stands at the status', () => {
    const { span } = only(chosen('huaweicloud', UNLISTED), 'unlisted-combination');
    assert.equal(json(UNLISTED).slice(span.start, span.end), '"RESIZE"');
  });

  it('carries the places of the vm_state and the task_state', () => {
    const { related } = only(chosen('huaweicloud', UNLISTED), 'unlisted-combination');
    assert.deepEqual(
      related.map(({ span }) => json(UNLISTED).slice(span.start, span.end)),
      ['"active"', '"resize_prep"'],
    );
  });

  it('says whether a note or the row for any other task_state gives another status', () => {
    const server = { vmState: 'stopped', taskState: 'resize_prep', status: 'RESIZE' };
    const noted = only(chosen('huaweicloud', UNLISTED), 'unlisted-combination').message;
    const byDefault = only(chosen('rackspace', server), 'unlisted-combination').message;
    assert.match(noted, /by its note, the status is "UNKNOWN"/);
    assert.match(byDefault, /its default for this vm_state is "SHUTOFF"/);
  });

  it('names the pair and the cloud', () => {
    const { message } = only(chosen('huaweicloud', UNLISTED), 'unlisted-combination');
    for (const part of ['active', 'resize_prep', 'Huawei Cloud', 'RESIZE']) {
      assert.ok(message.includes(part), `${part} in: ${message}`);
    }
  });

  it('is what Rackspace’s soft_deleted with an operation is, and no unknown status', () => {
    const server = { vmState: 'soft_deleted', taskState: 'deleting', status: 'SOFT_DELETED' };
    assertFindings(chosen('rackspace', server), 'warning unlisted-combination');
  });

  it('says what is missing and what OpenStack gives', () => {
    assert.equal(
      only(chosen('ecs-classic', UNLISTED), 'unlisted-combination').message,
      'ECS (older table) has no row for "active" + "resize_prep". OpenStack gives "RESIZE".',
    );
    assert.equal(
      only(chosen('huaweicloud', UNLISTED), 'unlisted-combination').message,
      'Huawei Cloud ECS has no row for "active" + "resize_prep"; by its note, the status is "UNKNOWN". OpenStack gives "RESIZE".',
    );
  });

  it('expects what the cloud makes of it, then what OpenStack gives', () => {
    assert.deepEqual(only(chosen('huaweicloud', UNLISTED), 'unlisted-combination').expected, [
      'UNKNOWN',
      'RESIZE',
    ]);
    assert.deepEqual(only(chosen('ecs-classic', UNLISTED), 'unlisted-combination').expected, ['RESIZE']);
  });

  it("is mended by the cloud's own status, or by a pair that has a row for the status; none is preferred", () => {
    const mended = (cloud: string) => {
      const { fixes } = only(chosen(cloud, UNLISTED), 'unlisted-combination');
      assert.ok(fixes.every(({ preferred }) => !preferred));
      return fixes.map(({ edits }) => applyEdits(json(UNLISTED), edits));
    };
    const stopped = json({ ...UNLISTED, vmState: 'stopped' });
    assert.deepEqual(mended('huaweicloud'), [json({ ...UNLISTED, status: 'UNKNOWN' }), stopped]);
    assert.equal(mended('ecs-classic')[0], stopped);
  });

  it('leaves a value that the document does not have to the rule about that value', () => {
    assertFindings(
      chosen('huaweicloud', { vmState: 'rescued', taskState: null, status: 'RESCUE' }),
      'warning unknown-vm-state',
    );
    assertFindings(
      chosen('huaweicloud', { vmState: 'active', taskState: 'updating_password', status: 'PASSWORD' }),
      'warning unknown-task-state',
    );
  });

  it('says nothing of a server without a status or vm_state', () => {
    assertFindings(chosen('huaweicloud', { vmState: 'active', taskState: 'resize_prep' }));
    assertFindings(chosen('huaweicloud', { taskState: 'resize_prep', status: 'RESIZE' }));
  });

  it('is found for a server without an operation, too', () => {
    const vmStates = { paused: 'Paused.' };
    const statuses = { PAUSED: 'Paused.' };
    const own = resolveCloud({ id: 'own', title: 'Own', extends: 'ecs-classic', vmStates, statuses }, clouds);
    const text = json({ vmState: 'paused', taskState: null, status: 'PAUSED' });
    const options = { cloud: 'own', clouds: new Map([...clouds, ['own', own]]) };
    assertFindings(checkText(text, 'json', options), 'warning unlisted-combination');
  });
});
