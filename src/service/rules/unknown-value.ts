import { type Field, type FieldName, labelOfField } from '../../fixture';
import { knownTo, nearestValues } from '../../mapping';
import { quote, sayNearest, sayTogether } from '../../words';
import { writtenAt } from '../judge/related';
import type { Subject } from '../judge/types';
import type { Draft } from '../types';
import { isImpossible } from './impossible-combination';
import { setValue } from './remedies';

/** Says that the cloud does not have a value. */
export function sayUnknown({ say, cloud }: Subject, name: FieldName, value: string): string {
  const field = labelOfField(name);
  return say('{value} is not a {field} of {cloud}.', { cloud: cloud.title, field, value: quote(value) });
}

/** Reports a vm_state or task_state that the cloud does not have, with the nearest known values. */
export function unknownValue(
  subject: Subject,
  name: 'vmState' | 'taskState',
  field: Field | undefined,
  value: string | null | undefined,
): Draft[] {
  const { say, cloud, nova, chosen } = subject;
  if (field === undefined || value === undefined || value === null || knownTo(cloud, name, value)) return [];
  const near = nearestValues(cloud, name, value);
  const isNovas = !chosen && knownTo(nova, name, value);
  return [
    {
      span: field.span,
      message: sayTogether(say, sayUnknown(subject, name, value), sayNearest(say, near)),
      expected: near,
      related: writtenAt(say, field),
      // A cloud that was only recognised by evidence may return any value of Nova, even if it is not listed. A value that
      // would make an impossible pair is not preferred.
      remedies: near.map((other, i) =>
        setValue(field, other, i === 0 && !isNovas && !isImpossible({ ...subject, [name]: other })),
      ),
      ...(isNovas ? { severity: 'information' as const } : {}),
    },
  ];
}
