import type { Rule } from './types';
import { unknownValue } from './unknown-value';

/** Reports a task_state that the cloud does not have. */
export const unknownTaskState: Rule = {
  code: 'unknown-task-state',
  severity: 'warning',
  summary: "The task_state is not in the cloud's list.",
  check: (subject) => unknownValue(subject, 'taskState', subject.object.fields.taskState, subject.taskState),
};
