import assert from 'node:assert/strict';
import { assertFindings, json, only, unnamed } from '../helpers';

describe('power-state', () => {
  for (const [vmState, powerState] of [
    ['stopped', 1],
    ['active', 4],
    ['suspended', 1],
    ['paused', 1],
    ['shelved_offloaded', 1],
  ] as const) {
    it(`is a hint for ${powerState} with ${vmState}`, () => {
      assertFindings(unnamed({ vmState, taskState: null, powerState }), 'hint power-state');
    });
  }

  for (const [vmState, ...seen] of [
    ['active', 1, 0],
    ['stopped', 4],
    ['paused', 3, 4],
    ['suspended', 4],
    ['shelved_offloaded', 4],
    ['rescued', 4, 1],
    ['error', 0],
    ['building', 0, 1],
  ] as const) {
    for (const powerState of seen) {
      it(`says nothing of ${powerState} with ${vmState}, which real servers carry`, () => {
        assertFindings(unnamed({ vmState, taskState: null, powerState }));
      });
    }
  }

  it('stands at the power_state', () => {
    const server = { vmState: 'stopped', taskState: null, powerState: 1 };
    const { span } = only(unnamed(server), 'power-state');
    assert.equal(json(server).slice(span.start, span.end), '1');
  });

  for (const powerState of ['1', 'Running', 'running']) {
    it(`says nothing of ${powerState} as a text with active`, () => {
      assertFindings(unnamed({ vmState: 'active', taskState: null, status: 'ACTIVE', powerState }));
    });
  }

  it('says nothing of a stopped server that crashed, which the sync task of Nova leaves alone', () => {
    assertFindings(unnamed({ vmState: 'stopped', taskState: null, status: 'SHUTOFF', powerState: 6 }));
  });
});
