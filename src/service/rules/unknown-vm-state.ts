import type { Rule } from './types';
import { unknownValue } from './unknown-value';

/** Reports a vm_state that the cloud does not have. */
export const unknownVmState: Rule = {
  code: 'unknown-vm-state',
  severity: 'warning',
  summary: "The vm_state is not in the cloud's list.",
  check: (subject) => unknownValue(subject, 'vmState', subject.object.fields.vmState, subject.vmState),
};
