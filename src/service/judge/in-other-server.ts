import type { Field, Span } from '../../fixture';
import type { Fields, ServerObject } from '../recognise/types';
import type { Remedy } from '../types';

/** Tells whether all values of a server are written in it, and for it alone. */
export function isPlain({ sealed, fields }: ServerObject): boolean {
  if (sealed !== undefined) return false;
  for (const name in fields) {
    const { origin, shared } = fields[name as keyof Fields] as Field;
    if (origin !== undefined || shared === true) return false;
  }
  return true;
}

/** Returns a function that makes the same remedy for another server. */
export function remedyIn(fields: Fields, remedy: Remedy): (object: ServerObject) => Remedy {
  switch (remedy.kind) {
    case 'set': {
      const { kind, preferred } = remedy;
      const to = remedy.to.map(({ field, value }) => ({ fieldOf: fieldIn(fields, field), value }));
      return (object) => ({
        kind,
        preferred,
        to: to.map(({ fieldOf, value }) => ({ field: fieldOf(object), value })),
      });
    }
    case 'drop': {
      const fieldOf = fieldIn(fields, remedy.field);
      return (object) => ({ kind: 'drop', object, field: fieldOf(object) });
    }
    case 'keep-status':
      return (object) => ({ ...remedy, object });
    default:
      return () => remedy;
  }
}

/** Returns a function that finds the span of the same key or value in another server. */
export function spanIn(fields: Fields, span: Span): (object: ServerObject) => Span {
  const name = nameOf(fields, (field) => field.span === span || field.key === span);
  const part = fields[name]?.span === span ? 'span' : 'key';
  return (object) => (object.fields[name] as Field)[part];
}

function fieldIn(fields: Fields, field: Field): (object: ServerObject) => Field {
  const name = nameOf(fields, (one) => one === field);
  return (object) => object.fields[name] as Field;
}

function nameOf(fields: Fields, isMeant: (field: Field) => boolean): keyof Fields {
  const names = Object.keys(fields) as (keyof Fields)[];
  const name = names.find((one) => isMeant(fields[one] as Field));
  if (name === undefined) throw new Error('A finding is about none of the fields of its server.');
  return name;
}
