import { assertFindings, unnamed } from '../helpers';

describe('wrong-type', () => {
  for (const [what, server] of [
    ['a vm_state that is a number', { vmState: 3, taskState: null, status: 'ACTIVE' }],
    ['a vm_state that is a boolean', { vmState: true, taskState: null }],
    ['a task_state that is a boolean', { vmState: 'active', taskState: false, status: 'ACTIVE' }],
    ['a status that is a number', { vmState: 'active', taskState: null, status: 200 }],
    ['a power_state that is a boolean', { vmState: 'active', powerState: true }],
    ['a power_state that is a text of no power', { vmState: 'active', powerState: 'high' }],
    ['a power_state that is a list', { vmState: 'active', powerState: [1] }],
  ] as const) {
    it(`is a warning for ${what}`, () => {
      assertFindings(unnamed(server), 'warning wrong-type');
    });
  }

  it('says nothing of a power_state that is null', () => {
    assertFindings(unnamed({ vmState: 'active', powerState: null }));
  });
});
