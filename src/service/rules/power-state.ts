import { novaName, POWER_STATES_SEEN } from '../../mapping';
import { quote, sayList } from '../../words';
import { codeOf, sayPower } from '../judge/power';
import { writtenAt } from '../judge/related';
import { setValue } from './remedies';
import type { Rule } from './types';

/**
 * Reports a power_state that does not occur with this vm_state. The compute service copies it from the hypervisor with
 * a delay, so this is only a hint, and is not checked while an operation is under way.
 */
export const powerState: Rule = {
  code: 'power-state',
  severity: 'hint',
  summary: 'The power_state is unusual for the vm_state.',
  check({ say, object, cloud, nova, vmState, taskState }) {
    const field = object.fields.powerState;
    // A notification is sent during an operation, when the power_state is not up to date.
    if (!field || object.shape !== 'server' || vmState === undefined || taskState !== null) return [];
    const code = codeOf(nova, field);
    const seen = POWER_STATES_SEEN.get(novaName(cloud, vmState));
    if (code === undefined || seen === undefined || seen.includes(code)) return [];
    const usual = sayList(
      say,
      seen.map((other) => sayPower(nova, other)),
    );
    return [
      {
        span: field.span,
        message: say('power_state {power} is unusual for vm_state {vmState}; usual is {usual}.', {
          power: sayPower(nova, code),
          vmState: quote(vmState),
          usual,
        }),
        expected: seen.map(String),
        related: [
          ...(object.fields.vmState
            ? [
                {
                  message: say('{field} is {value}.', { field: 'vm_state', value: quote(vmState) }),
                  span: object.fields.vmState.span,
                },
              ]
            : []),
          ...writtenAt(say, field),
        ],
        remedies:
          field.kind === 'number' ? seen.slice(0, 1).map((other) => setValue(field, other, false)) : [],
      },
    ];
  },
};
