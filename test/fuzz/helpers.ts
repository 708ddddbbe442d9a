import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  check,
  complete,
  DEFAULT_OPTIONS,
  type Finding,
  type Fixture,
  fixesOf,
  hover,
  readFixture,
  type Span,
} from '../../src/service';
import { inEnglish } from '../../src/words';

/** One seed for all, so that a failure can be had again; another one for a longer hunt. */
export const SEED = Number(process.env.FUZZ_SEED ?? 20260821);

export const LANGUAGES = ['json', 'jsonc', 'jsonl', 'yaml'];

/** How many times as many inputs as `npm test` takes: `npm run fuzz` has more time. */
export const TIMES = Number(process.env.FUZZ_TIMES ?? 1);

/** The number of the only input to try, from 0: one that once showed a fault is tried again without those before it. */
export const RUN = process.env.FUZZ_RUN;

/** What `npm run fuzz` counts with. */
declare global {
  var countFuzzed: ((inputs: number) => void) | undefined;
}

/** Counts inputs that a test has tried, for the table of `npm run fuzz`. */
export function countTried(inputs: number): void {
  globalThis.countFuzzed?.(inputs);
}

/** Asserts a property with the seed that the test's name tells, and counts the inputs. */
export function holds<T extends [unknown, ...unknown[]]>(property: fc.IProperty<T>, inputs: number): void {
  const numRuns = RUN === undefined ? inputs * TIMES : 1;
  fc.assert(property, { seed: SEED, numRuns, path: RUN ?? '' });
  countTried(numRuns);
}

/** Everything that the service does with a text, at a few places of it. */
export function useAll(text: string, languageId: string): { fixture: Fixture; findings: Finding[] } {
  const fixture = readFixture(text, languageId);
  const findings = check(fixture, DEFAULT_OPTIONS);
  // Whoever only checks need not read what is left alone.
  const checked = check(readFixture(text, languageId, { leftAlone: false }), DEFAULT_OPTIONS);
  assert.equal(checked.length, findings.length, JSON.stringify(text));
  const places = fixture.servers.flatMap(({ span, fields }) => [
    span.start,
    span.end,
    ...Object.values(fields).flatMap((field) => [field.key.end, field.span.start, field.span.end]),
  ]);
  for (const offset of [0, text.length, text.length >> 1, ...places.slice(0, 12)]) {
    hover(fixture, offset);
    complete(fixture, offset);
  }
  return { fixture, findings };
}

/** Asserts that every place that anything speaks of lies in the text. */
export function assertInside(text: string, { fixture, findings }: ReturnType<typeof useAll>): void {
  const inside = ({ start, end }: Span, what: string) =>
    assert.ok(0 <= start && start <= end && end <= text.length, `${what} ${start}-${end} of ${text.length}`);
  assertInOrder(fixture.servers, 'servers');
  assertInOrder(fixture.leftAlone, 'objects left alone');
  for (const { span, fields } of [...fixture.servers, ...fixture.leftAlone]) {
    inside(span, 'object');
    for (const [name, field] of Object.entries(fields)) {
      assert.ok(span.start <= field.key.start, `${name} begins before its object`);
      inside(field.key, `key of ${name}`);
      inside(field.span, name);
      if (field.origin) inside(field.origin, `origin of ${name}`);
    }
  }
  for (const span of fixture.comments) inside(span, 'comment');
  for (const finding of findings) {
    const { rule, span, related } = finding;
    inside(span, rule);
    for (const other of related) inside(other.span, `related of ${rule}`);
    for (const { edits } of fixesOf(inEnglish, fixture, finding)) {
      for (const { offset, length } of edits)
        inside({ start: offset, end: offset + length }, `edit of ${rule}`);
    }
  }
}

/** Asserts that objects are in the order of the text: places are searched only up to an offset. */
function assertInOrder(objects: readonly { readonly span: Span }[], what: string): void {
  const starts = objects.map(({ span }) => span.start);
  assert.deepEqual(
    starts,
    starts.toSorted((a, b) => a - b),
    `${what} are not in order`,
  );
}

/** What every text has to go through. */
export function survive(text: string, languageId: string): void {
  assertInside(text, useAll(text, languageId));
}

const VM_STATES = [
  'active',
  'stopped',
  'building',
  'error',
  'soft-delete',
  'paused',
  'ACTIVE',
  'actve',
  '',
  'None',
];
const TASK_STATES = ['rebooting', 'spawning', 'resize_prep', 'powering_off', 'powering-on', 'null', '', 'x'];
const STATUSES = ['ACTIVE', 'ERROR', 'REBOOT', 'SHUTOFF', 'UNKNOWN', 'DELETED', 'BUILDING', 'active', 'nil'];

const state = (values: readonly string[]) =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom<unknown>(...values, null) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('1', 'true', '[]', '{}').map((text): unknown => JSON.parse(text)),
    },
  );

/** A server, as an object; some of its fields may be missing or wrong. */
export const server = fc
  .record(
    {
      name: fc.constantFrom('web', '🚀', 'a "quoted" one', "it's", 'a: b # c', 'two\nlines'),
      'OS-EXT-STS:vm_state': state(VM_STATES),
      'OS-EXT-STS:task_state': state(TASK_STATES),
      status: state(STATUSES),
      'OS-EXT-STS:power_state': fc.constantFrom<unknown>(0, 1, 4, '1', 'Running', null),
      progress: fc.integer({ min: 0, max: 100 }),
      // A new object each time: the same one twice would be written as an alias.
      fault: fc.record({ code: fc.constant(500) }),
      enterprise_project_id: fc.constant('0'),
    },
    { requiredKeys: ['OS-EXT-STS:vm_state', 'status'] },
  )
  .map((fields) => fields as Record<string, unknown>);

/** A file with a few servers and other things. */
export const file = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: server },
      { weight: 1, arbitrary: fc.record({ status: fc.constant('DOWN') }) },
    ),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((servers) => ({ servers }));
