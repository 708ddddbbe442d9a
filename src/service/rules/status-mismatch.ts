import { knownTo } from '../../mapping';
import { quote, quotePair, saySome } from '../../words';
import { canHave, usualReadings } from '../judge/readings';
import { siblings } from '../judge/related';
import type { Reading, Subject } from '../judge/types';
import { keepStatus, MAX_OFFERED, setValue } from './remedies';
import type { Rule } from './types';

/** Reports a known status that does not follow from the certain states. */
export const statusMismatch: Rule = {
  code: 'status-mismatch',
  severity: 'error',
  summary: 'The table gives a different status for this vm_state and task_state.',
  check(subject) {
    const { object, cloud, status } = subject;
    const field = object.fields.status;
    if (!field || status === undefined || !knownTo(cloud, 'status', status) || canHave(subject, status))
      return [];
    const usual = usualReadings(subject);
    const right = usual.map((reading) => reading.status);
    return [
      {
        span: field.span,
        message: subject.isCertain
          ? sayPairGives(subject, status, usual[0] as Reading)
          : sayStateGives(subject, status, usual),
        expected: right,
        related: siblings(subject, field),
        remedies: [
          ...right.slice(0, MAX_OFFERED).map((value) => setValue(field, value, right.length === 1)),
          ...keepStatus(subject),
        ],
      },
    ];
  },
};

function sayPairGives({ say, cloud, vmState, taskState }: Subject, status: string, right: Reading): string {
  const pair = quotePair(vmState ?? '', taskState ?? null);
  const parts = { status: quote(status), pair, cloud: right.by.title, right: quote(right.status) };
  if (right.by !== cloud)
    return say(
      'Status {status} does not follow from {pair}: {cloud} gives {right} ({silent} does not list the pair).',
      { ...parts, silent: cloud.title },
    );
  if (right.how === 'note')
    return say(
      'Status {status} does not follow from {pair}: {cloud} gives {right} for every pair that its table does not list.',
      parts,
    );
  return say('Status {status} does not follow from {pair}: {cloud} gives {right}.', parts);
}

/** Explains a mismatch with only one certain state: no value of the other one gives the status. */
function sayStateGives(
  { say, vmState, taskState }: Subject,
  status: string,
  usual: readonly Reading[],
): string {
  const right = saySome(
    say,
    usual.map((reading) => quote(reading.status)),
  );
  const parts = { status: quote(status), cloud: usual[0]?.by.title ?? '', right };
  if (vmState !== undefined)
    return say(
      'Status {status} does not follow from vm_state {vmState}, whatever the task_state is: {cloud} gives {right}.',
      { ...parts, vmState: quote(vmState) },
    );
  return say(
    'Status {status} does not follow from task_state {taskState}, whatever the vm_state is: {cloud} gives {right}.',
    { ...parts, taskState: quote(taskState ?? null) },
  );
}
