import { once } from '../../fixture';
import type { Cloud } from '../../mapping';
import type { Options } from '../options';
import type { Fixture, ServerObject } from '../recognise/types';
import type { Finding } from '../types';
import type { InBlock } from './in-block';
import { isPlain, remedyIn, spanIn } from './in-other-server';
import { type CloudChoice, isChosen } from './types';

/** Repeats the findings of a server for another one of the same likeness and cloud, unless they depend on more. */
export type Repeater = (server: ServerObject) => readonly Finding[] | undefined;

/** What was found under a cloud. */
export interface Known {
  /** By likeness. */
  readonly alike: Map<number, Repeater>;
  /** By the servers of a block, where they were when it was made. */
  readonly inBlocks: WeakMap<readonly ServerObject[], InBlock>;
}

/** What was found in the servers of a text, and what it depended on besides them. */
interface Found {
  readonly say: Options['say'];
  readonly rules: Options['rules'];
  readonly byCloud: Map<string, Known>;
}

/** By the numbers of likenesses, which a text keeps after a change, and which short texts share. */
const found = new WeakMap<Fixture['likenessOf'], Found>();

/**
 * Returns a function that gives what was found in servers under a cloud: in this text, in the one before a change, and
 * in those with the same numbers.
 */
export function findingsKnown(
  { likenessOf }: Fixture,
  { say, rules }: Options,
): (choice: CloudChoice) => Known {
  const before = found.get(likenessOf);
  const isSame = before?.say === say && areSame(before.rules, rules);
  const { byCloud } = isSame ? before : { byCloud: new Map<string, Known>() };
  if (!isSame) found.set(likenessOf, { say, rules, byCloud });
  // Clouds of one table are joined anew for each check.
  const ofCloud = new Map<Cloud, Known>();
  return ({ cloud, by }) => {
    const there = ofCloud.get(cloud);
    if (there) return there;
    const key = `${cloud.id} ${isChosen(by)} ${cloud.title}`;
    const known = byCloud.get(key) ?? { alike: new Map(), inBlocks: new WeakMap() };
    byCloud.set(key, known);
    ofCloud.set(cloud, known);
    return known;
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

/** Returns a function that makes the same finding for another server. */
function patternOf(finding: Finding): (object: ServerObject) => Finding {
  const { rule, severity, cloud, message, server, expected } = finding;
  const { fields = {} } = finding.object ?? {};
  const spanOf = spanIn(fields, finding.span);
  const related = finding.related.map(({ message, span }) => ({ message, spanOf: spanIn(fields, span) }));
  const remedies = finding.remedies.map((remedy) => remedyIn(fields, remedy));
  return (object) => ({
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
    home: object.home,
  });
}
