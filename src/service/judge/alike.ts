import type { Field, Span } from '../../fixture';
import type { Fields, ServerObject } from '../recognise/types';
import type { Finding, Remedy } from '../types';

/**
 * Repeats the findings of a server for another one of the same likeness and cloud, so their texts are made only once.
 *
 * @returns undefined if they depend on more than the likeness: values that are written elsewhere or in strings.
 */
export function findingsAlike(findings: readonly Finding[], server: ServerObject): Finding[] | undefined {
  if (findings.length === 0) return [];
  if (!isPlain(server)) return undefined;
  const own: Finding[] = [];
  for (const finding of findings) {
    if (finding.object === undefined || !isPlain(finding.object)) return undefined;
    own.push(repeat(finding, finding.object.fields, server));
  }
  return own;
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

function repeat(finding: Finding, fields: Fields, object: ServerObject): Finding {
  const fieldOf = (field: Field): Field => object.fields[nameOf(fields, (one) => one === field)] as Field;
  const spanOf = (span: Span): Span => {
    const name = nameOf(fields, (one) => one.span === span || one.key === span);
    return (object.fields[name] as Field)[fields[name]?.span === span ? 'span' : 'key'];
  };
  return {
    ...finding,
    span: spanOf(finding.span),
    related: finding.related.map(({ message, span }) => ({ message, span: spanOf(span) })),
    remedies: finding.remedies.map((remedy) => repeatRemedy(remedy, object, fieldOf)),
    object,
  };
}

function repeatRemedy(remedy: Remedy, object: ServerObject, fieldOf: (field: Field) => Field): Remedy {
  switch (remedy.kind) {
    case 'set':
      return { ...remedy, to: remedy.to.map(({ field, value }) => ({ field: fieldOf(field), value })) };
    case 'drop':
      return { ...remedy, object, field: fieldOf(remedy.field) };
    case 'keep-status':
      return { ...remedy, object };
    default:
      return remedy;
  }
}

function nameOf(fields: Fields, isMeant: (field: Field) => boolean): keyof Fields {
  for (const key in fields) {
    const name = key as keyof Fields;
    if (isMeant(fields[name] as Field)) return name;
  }
  throw new Error('A finding is about none of the fields of its server.');
}
