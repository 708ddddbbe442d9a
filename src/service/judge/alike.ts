import { type Field, once, type Span } from '../../fixture';
import type { Fields, ServerObject } from '../recognise/types';
import type { Finding, Remedy } from '../types';

/**
 * Returns a function that repeats the findings of a server for others of the same likeness and cloud, so their texts are
 * made only once. It returns undefined if the findings depend on more than the likeness: values that are written
 * elsewhere or in strings.
 */
export function repeaterOf(findings: readonly Finding[]): (server: ServerObject) => Finding[] | undefined {
  const patterns = once(() => findings.map(patternOf));
  return (server) => {
    if (findings.length === 0) return [];
    if (!isPlain(server) || !findings.every(({ object }) => object && isPlain(object))) return undefined;
    return patterns().map((make) => make(server));
  };
}

/** Tells whether all values of a server are written in it, and for it alone. */
function isPlain({ home, fields }: ServerObject): boolean {
  if (home !== undefined) return false;
  for (const name in fields) {
    const { origin, shared } = fields[name as keyof Fields] as Field;
    if (origin !== undefined || shared === true) return false;
  }
  return true;
}

/** Returns a function that makes the same finding for another server. */
function patternOf(finding: Finding): (object: ServerObject) => Finding {
  const { fields = {} } = finding.object ?? {};
  const spanOf = spanIn(fields, finding.span);
  const related = finding.related.map(({ message, span }) => ({ message, spanOf: spanIn(fields, span) }));
  const remedies = finding.remedies.map((remedy) => remedyIn(fields, remedy));
  return (object) => ({
    ...finding,
    span: spanOf(object),
    related: related.map((other) => ({ message: other.message, span: other.spanOf(object) })),
    remedies: remedies.map((make) => make(object)),
    object,
  });
}

function remedyIn(fields: Fields, remedy: Remedy): (object: ServerObject) => Remedy {
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
function spanIn(fields: Fields, span: Span): (object: ServerObject) => Span {
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
