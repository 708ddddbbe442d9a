import { type Field, once, type Span } from '../../fixture';
import type { Cloud } from '../../mapping';
import type { Options } from '../options';
import type { Fields, Fixture, ServerObject } from '../recognise/types';
import type { Finding, Remedy } from '../types';
import { type CloudChoice, isChosen } from './types';

/** Repeats the findings of a server for another one of the same likeness and cloud, unless they depend on more. */
export type Repeater = (server: ServerObject) => readonly Finding[] | undefined;

/** What was found in the servers of a text, and what it depended on besides them. */
interface Known {
  readonly say: Options['say'];
  readonly rules: Options['rules'];
  readonly byCloud: Map<string, Map<number, Repeater>>;
}

/** By the numbers of likenesses, which a text keeps after a change, and which short texts share. */
const known = new WeakMap<Fixture['likenessOf'], Known>();

/**
 * Returns a function that gives what was found in servers under a cloud, by likeness: in this text, in the one before a
 * change, and in those with the same numbers.
 */
export function findingsKnown(
  { likenessOf }: Fixture,
  { say, rules }: Options,
): (choice: CloudChoice) => Map<number, Repeater> {
  const before = known.get(likenessOf);
  const isSame = before?.say === say && areSame(before.rules, rules);
  const { byCloud } = isSame ? before : { byCloud: new Map<string, Map<number, Repeater>>() };
  if (!isSame) known.set(likenessOf, { say, rules, byCloud });
  // Clouds of one table are joined anew for each check.
  const ofCloud = new Map<Cloud, Map<number, Repeater>>();
  return ({ cloud, by }) => {
    const there = ofCloud.get(cloud);
    if (there) return there;
    const key = `${cloud.id} ${isChosen(by)} ${cloud.title}`;
    const found = byCloud.get(key) ?? new Map<number, Repeater>();
    byCloud.set(key, found);
    ofCloud.set(cloud, found);
    return found;
  };
}

function areSame(one: Options['rules'], other: Options['rules']): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

const NONE: readonly Finding[] = [];

/**
 * Returns a function that repeats findings, so their texts are made only once. It returns undefined if they depend on
 * more than the likeness: on values that are written elsewhere, or on a name in Base64.
 */
export function repeaterOf(findings: readonly Finding[]): Repeater {
  if (findings.length === 0) return () => NONE;
  const patterns = once(() => findings.map(patternOf));
  const arePlain = findings.every(({ object }) => object && isPlain(object));
  return (server) => (arePlain && isPlain(server) ? patterns().map((make) => make(server)) : undefined);
}

/** Tells whether all values of a server are written in it, and for it alone. */
function isPlain({ sealed, fields }: ServerObject): boolean {
  if (sealed !== undefined) return false;
  for (const name in fields) {
    const { origin, shared } = fields[name as keyof Fields] as Field;
    if (origin !== undefined || shared === true) return false;
  }
  return true;
}

/** Returns a function that makes the same finding for another server. */
function patternOf(finding: Finding): (object: ServerObject) => Finding {
  const { rule, severity, cloud, message, server, expected } = finding;
  const { fields = {} } = finding.object ?? {};
  const spanOf = spanIn(fields, finding.span);
  const related = finding.related.map(({ message, span }) => ({ message, spanOf: spanIn(fields, span) }));
  const remedies = finding.remedies.map((remedy) => remedyIn(fields, remedy));
  return (object) => {
    const own: Finding = {
      rule,
      severity,
      cloud,
      message,
      span: spanOf(object),
      server,
      expected,
      related: related.map((other) => ({ message: other.message, span: other.spanOf(object) })),
      remedies: remedies.map((make) => make(object)),
      object,
    };
    return object.home === undefined ? own : { ...own, home: object.home };
  };
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
