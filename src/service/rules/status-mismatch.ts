import { knownTo } from '../../mapping';
import { sayPair } from '../../words';
import { expectStatus, isUnlisted } from '../judge/expect';
import { siblings } from '../judge/related';
import { keepStatus, setValue } from './remedies';
import type { Rule } from './types';

/** The status is a real one, but not the one that the vm_state and task_state add up to. */
export const statusMismatch: Rule = {
  code: 'status-mismatch',
  severity: 'error',
  summary: 'The table gives another status for this vm_state and task_state.',
  *check(subject) {
    const { say, object, cloud, vmState, taskState, status } = subject;
    const field = object.fields.status;
    // A row flagged deleted shows DELETED whatever its vm_state (Nova, views/servers.py _get_vm_status).
    if (!field || status === undefined || status === 'DELETED' || !knownTo(cloud, 'status', status)) return;
    const right = expectStatus(subject);
    if (!right || right.status === status || isUnlisted(subject)) return;
    const pair = sayPair(vmState ?? '', taskState ?? null);
    const parts = { status, pair, cloud: right.by.title, right: right.status };
    yield {
      span: field.span,
      message:
        right.by !== cloud
          ? say(
              'Status {status} does not follow from {pair}: {cloud} gives {right} ({silent} does not list the pair).',
              { ...parts, silent: cloud.title },
            )
          : right.how === 'note'
            ? say(
                'Status {status} does not follow from {pair}: {cloud} lists no such pair, which makes it {right}.',
                parts,
              )
            : say('Status {status} does not follow from {pair}: {cloud} gives {right}.', parts),
      expected: [right.status],
      related: siblings(subject, field),
      remedies: [setValue(field, right.status, true), ...keepStatus(subject)],
    };
  },
};
