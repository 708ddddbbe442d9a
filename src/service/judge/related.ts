import { type Field, type FieldName, labelOfField } from '../../fixture';
import { quote, type Say, sayValue } from '../../words';
import type { Related } from '../types';
import { isNull } from './read-server';
import type { Subject } from './types';

/** Returns the places of the server's other states, for a finding about one of them. */
export function siblings(subject: Subject, but: Field | undefined): Related[] {
  const { say } = subject;
  const { vmState, taskState, status } = subject.object.fields;
  return [
    ...sibling(say, 'vmState', vmState, but),
    ...sibling(say, 'taskState', taskState, but),
    ...sibling(say, 'status', status, but),
    ...writtenAt(say, but),
  ];
}

/** Returns the place where a value from an alias is written. */
export function writtenAt(say: Say, field: Field | undefined): Related[] {
  return field?.origin === undefined
    ? []
    : [{ message: say('The value is written here.'), span: field.origin }];
}

function sibling(say: Say, name: FieldName, field: Field | undefined, but: Field | undefined): Related[] {
  if (field === undefined || field === but) return [];
  const value = field.kind === 'string' ? quote(field.text) : isNull(field) ? 'null' : sayValue(field.text);
  if (value === '') return [];
  return [
    {
      message: say('{field} is {value}.', { field: labelOfField(name), value }),
      span: field.span,
    },
  ];
}
