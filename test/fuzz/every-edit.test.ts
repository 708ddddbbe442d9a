import assert from 'node:assert/strict';
import fc from 'fast-check';
import { clouds, DEFAULT_CLOUD, statusChoices } from '../../src/mapping';
import {
  check,
  complete,
  DEFAULT_OPTIONS,
  type Edit,
  type Fixture,
  fixAll,
  fixesOf,
  hints,
  insertServer,
  newServer,
  putValue,
  readFixture,
  setState,
} from '../../src/service';
import { silenceFile, silenceLine } from '../../src/service/comments/silence';
import { applyEdits } from '../../src/service/write/edits';
import { countTried, file, SEED, TIMES } from './helpers';
import { NOTATIONS } from './notations';
import { Dice } from './wrapped/dice';

/**
 * An edit that is offered: what for, and whether all but the fields of a server's state is to stay. Who changes a value
 * behind an anchor changes what its aliases say, too.
 */
interface Offer {
  readonly what: string;
  readonly edits: readonly Edit[];
  readonly keepsRest: boolean;
}

const CLOUD = clouds.get(DEFAULT_CLOUD);

const CHOICES = CLOUD ? statusChoices(CLOUD) : [];

/** What a person can have done to a text, at a few places of it: by chance some of what takes long to make. */
function* offersIn(fixture: Fixture, dice: Dice): Iterable<Offer> {
  const { text, servers } = fixture;
  for (const finding of check(fixture, DEFAULT_OPTIONS)) {
    const isShared = Object.values(finding.object?.fields ?? {}).some(({ shared }) => shared);
    for (const { title, edits } of fixesOf(DEFAULT_OPTIONS.say, fixture, finding))
      yield { what: title, edits: inOrder(edits), keepsRest: !isShared };
    for (const silence of [silenceLine, silenceFile]) {
      if (dice.isLucky(0.9)) continue;
      const edit = silence(fixture, finding);
      if (edit) yield { what: `${silence.name} ${finding.rule}`, edits: [edit], keepsRest: true };
    }
  }
  const comments = dice.pick(['keep', 'fix'] as const);
  if (dice.isLucky(0.15))
    yield { what: 'fix all', edits: fixAll(fixture, DEFAULT_OPTIONS, comments).edits, keepsRest: true };
  for (const { edits, status } of hints(fixture, { start: 0, end: text.length }, 'all'))
    yield { what: `hint ${status}`, edits, keepsRest: true };
  assert.ok(CLOUD);
  for (const server of servers.filter(() => dice.isLucky(0.3))) {
    const { status, pairs } = dice.pick(CHOICES);
    const made = setState(fixture, server, CLOUD, { status, pair: dice.pick(pairs) });
    if (made) yield { what: `set state ${status}`, edits: made.edits, keepsRest: !made.shared };
  }
  for (const offset of offsetsIn(fixture, dice)) {
    // No editor has a place between the two halves of a line break.
    if (text.startsWith('\r\n', offset - 1)) continue;
    yield* completionsAt(fixture, offset, dice);
    const value = dice.pick(['ACTIVE', 'active', '4', "it's", 'a"b']);
    const put = putValue(fixture, offset, value);
    if (put)
      yield { what: `put ${value} at ${offset}`, edits: [put], keepsRest: !isSharedAt(fixture, offset) };
    if (dice.isLucky(0.6)) continue;
    const { status, pairs } = dice.pick(CHOICES);
    const server = newServer(
      CLOUD,
      { status, pair: pairs[0] ?? null },
      '00000000-0000-4000-8000-000000000001',
    );
    const edit = insertServer(fixture, offset, server, '  ');
    if (edit) yield { what: `insert at ${offset}`, edits: [edit], keepsRest: false };
  }
}

function* completionsAt(fixture: Fixture, offset: number, dice: Dice): Iterable<Offer> {
  const list = complete(fixture, offset);
  if (list === undefined) return;
  const { start, end } = list.span;
  const some = [dice.pick(list.items)];
  for (const { kind, text, label } of some) {
    const edit = {
      offset: start,
      length: end - start,
      text: kind === 'server' ? filledIn(fixture, start, text) : text,
    };
    const keepsRest = kind === 'value' && !isSharedAt(fixture, offset);
    yield { what: `complete ${kind} ${label} at ${offset}`, edits: [edit], keepsRest };
  }
}

function isSharedAt({ servers, leftAlone }: Fixture, offset: number): boolean {
  const fields = [...servers, ...leftAlone].flatMap((object) => Object.values(object.fields));
  return fields.some(({ shared, span }) => shared && span.start <= offset && offset <= span.end);
}

/** A snippet as the editor puts it in: its fields with their defaults, its lines indented like the one it begins in. */
function filledIn({ text }: Fixture, at: number, snippet: string): string {
  const line = text.slice(Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1, at);
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  return snippet
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replaceAll('\t', '  ')
    .replaceAll('\n', `\n${indent}`);
}

/** Some places at random, and some at keys and values. */
function offsetsIn({ text, servers }: Fixture, dice: Dice): number[] {
  const spans = servers.flatMap(({ fields }) =>
    Object.values(fields).flatMap(({ key, span }) => [key, span]),
  );
  const ends = spans.flatMap(({ start, end }) => [start, end, end + 1]);
  const random = [dice.below(text.length + 1)];
  return ends.length === 0 ? random : [...random, Math.min(text.length, dice.pick(ends))];
}

function inOrder(edits: readonly Edit[]): Edit[] {
  return [...edits].sort((a, b) => a.offset - b.offset);
}

/** A value without what says a server's state. */
function rest(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rest);
  if (typeof value !== 'object' || value === null) return value;
  const others = Object.entries(value).filter(
    ([key]) => !/^(?:OS-EXT-STS:|(?:status|fault|progress)$)/.test(key),
  );
  return Object.fromEntries(others.map(([key, one]) => [key, rest(one)]));
}

/** How often a file is written in each notation. */
const RUNS = 80;

describe(`every edit that is offered (seed ${SEED})`, function () {
  this.timeout(60_000);

  for (const { name, languageId, write, read } of NOTATIONS) {
    it(`leaves ${name} that can be parsed, and keeps what it is not about`, () => {
      let count = 0;
      const harms: string[] = [];
      // Without fast-check's shrinking: the first harm of each kind says enough.
      for (const [value, seed] of fc.sample(fc.tuple(file, fc.nat()), {
        seed: SEED,
        numRuns: RUNS * TIMES,
      })) {
        const dice = new Dice(seed);
        const text = write(value as Parameters<typeof write>[0], dice);
        const before = rest(read(text));
        for (const { what, edits, keepsRest } of offersIn(readFixture(text, languageId), dice)) {
          count += 1;
          const after = applyEdits(text, edits);
          const harm = harmOf(() => {
            assertApart(text, edits);
            const got = rest(read(after));
            if (keepsRest) assert.deepEqual(got, before);
          });
          if (harm) harms.push(`${what} in\n${text}\ngives\n${after}\n${harm}`);
        }
      }
      countTried(count);
      assert.equal(harms.length, 0, `${harms.length} of ${count}, such as: ${shortest(harms)}`);
      assert.ok(count > 100, `${count} edits`);
    });
  }
});

/** What a check has to say. */
function harmOf(check: () => void): string | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

function shortest(texts: readonly string[]): string {
  return [...texts].sort((a, b) => a.length - b.length)[0] ?? '';
}

/** Asserts that edits stand in the text, in order, and do not overlap. */
function assertApart(text: string, edits: readonly Edit[]): void {
  let end = 0;
  for (const { offset, length } of edits) {
    assert.ok(end <= offset && length >= 0, 'edits overlap');
    end = offset + length;
  }
  assert.ok(end <= text.length, 'an edit beyond the end');
}
