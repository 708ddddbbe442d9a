import { assertFindings, unnamed } from '../helpers';

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
});
