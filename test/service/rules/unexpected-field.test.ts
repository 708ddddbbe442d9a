import assert from 'node:assert/strict';
import { checkText } from '../../../src/service';
import { applyEdits, assertFindings, json, only, unnamed } from '../helpers';

describe('unexpected-field', () => {
  const fault = { code: 500, message: 'No valid host was found.' };

  it('is information for a fault with ACTIVE', () => {
    const found = unnamed({ vmState: 'active', status: 'ACTIVE', fault });
    assertFindings(found, 'information unexpected-field');
  });

  for (const [vmState, status] of [
    ['error', 'ERROR'],
    ['deleted', 'DELETED'],
  ] as const) {
    it(`says nothing of a fault with ${status}`, () => {
      assertFindings(unnamed({ vmState, status, fault }));
    });
  }

  it('is information for progress with SHUTOFF', () => {
    const found = unnamed({ vmState: 'stopped', status: 'SHUTOFF', progress: 0 });
    assertFindings(found, 'information unexpected-field');
  });

  for (const [vmState, taskState, status] of [
    ['active', null, 'ACTIVE'],
    ['building', 'spawning', 'BUILD'],
    ['active', 'rebuilding', 'REBUILD'],
    ['active', 'resize_prep', 'RESIZE'],
    ['resized', null, 'VERIFY_RESIZE'],
    ['active', 'migrating', 'MIGRATING'],
  ] as const) {
    it(`says nothing of progress with ${status}`, () => {
      assertFindings(unnamed({ vmState, taskState, status, progress: 0 }));
    });
  }

  it('stands at the key, says who carries the field, and shows the status', () => {
    const server = { vmState: 'stopped', status: 'SHUTOFF', progress: 0 };
    const { span, message, related } = only(unnamed(server), 'unexpected-field');
    const shown = ({ start, end }: { start: number; end: number }) => json(server).slice(start, end);
    assert.equal(shown(span), '"progress"');
    assert.equal(
      message,
      'A server with status "SHUTOFF" has no progress; only "ACTIVE", "BUILD", "REBUILD", "RESIZE", "VERIFY_RESIZE" and "MIGRATING" have it.',
    );
    assert.deepEqual(
      related.map((one) => [one.message, shown(one.span)]),
      [['status is "SHUTOFF".', '"SHUTOFF"']],
    );
  });

  it('names the two statuses that carry a fault', () => {
    const { message } = only(unnamed({ vmState: 'active', status: 'ACTIVE', fault }), 'unexpected-field');
    assert.equal(message, 'A server with status "ACTIVE" has no fault; only "ERROR" and "DELETED" have it.');
  });

  it('is mended by taking the field out, which is nobody’s first choice', () => {
    const server = { vmState: 'active', status: 'ACTIVE' };
    const { fixes } = only(unnamed({ fault, ...server }), 'unexpected-field');
    assert.deepEqual(
      fixes.map(({ edits, preferred }) => [
        JSON.parse(applyEdits(json({ fault, ...server }), edits)),
        preferred,
      ]),
      [[JSON.parse(json(server)), false]],
    );
  });

  it('says nothing of a field that is null', () => {
    assertFindings(unnamed({ vmState: 'active', status: 'ACTIVE', fault: null }));
  });

  for (const [what, language, text] of [
    ['no value yet', 'json', '{ "status": "ACTIVE", "OS-EXT-STS:vm_state": "active", "fault":\n}'],
    ['nothing behind its key', 'yaml', 'status: ACTIVE\nOS-EXT-STS:vm_state: active\nfault:\n'],
    ['a placeholder', 'yaml', 'status: SHUTOFF\nOS-EXT-STS:vm_state: stopped\nprogress: {{ progress }}\n'],
  ] as const) {
    it(`says nothing of a field with ${what}`, () => {
      assertFindings(checkText(text, language));
    });
  }

  it('says nothing beside a status that is wrong itself, or not there', () => {
    assertFindings(unnamed({ vmState: 'active', status: 'ACTIV', fault }), 'error unknown-status');
    assertFindings(unnamed({ vmState: 'active', status: 'PAUSED', fault }), 'error status-mismatch');
    assertFindings(unnamed({ vmState: 'active', fault }));
    assertFindings(
      unnamed({ vmState: 'frozen', status: 'ACTIV', fault }),
      'error unknown-status',
      'warning unknown-vm-state',
    );
  });
});
