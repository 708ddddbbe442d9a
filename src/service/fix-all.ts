import { type EmbeddedText, isWhole, UNREAD, unmoved } from '../fixture';
import type { Say } from '../words';
import { check } from './check';
import { unusedDirective } from './comments/unused-directive';
import { fixesOf, preferredFix } from './fixes';
import { subjectsOf } from './judge/subject';
import { DEFAULT_OPTIONS, type Options } from './options';
import { readChange } from './recognise/read-change';
import type { Fixture } from './recognise/types';
import { isImpossible } from './rules/impossible-combination';
import type { Edit, Finding, Fix } from './types';
import { applyEdits, joinEdits, offsetAfter } from './write/edits';

/** A fixture after its fixes. */
export interface FixedAll {
  /** The fixed text, parsed again. */
  readonly fixture: Fixture;
  /** The edits from the old text to the new one: offsets in the old text, in order, without overlaps. */
  readonly edits: readonly Edit[];
  /** How many values no longer have a finding. */
  readonly fixed: number;
  /** The remaining findings. */
  readonly findings: readonly Finding[];
}

/** An intermediate fixture with its findings. */
interface State {
  readonly fixture: Fixture;
  readonly findings: readonly Finding[];
  /** How many servers have a pair that Nova never produces. */
  readonly impossible: number;
}

/** A finding with its preferred fix. */
interface Repair {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** How often a value may change. Two changes are normal: a misspelling, then a mismatch. */
const MAX_CHANGES = 3;

/** The number of changes of a value whose fix failed. */
const FAILED = Number.POSITIVE_INFINITY;

/** How often the text may be parsed again. Two or three times are enough, unless fixes fail. */
const MAX_READINGS = 100;

/**
 * Applies the preferred fix of every finding, and of new findings that a fix causes, until none is left.
 *
 * As nobody reviews the changes, each fix is verified: the finding is gone, no server is lost, no pair becomes
 * impossible, and the text can still be parsed. A fix that fails is undone. A text that cannot be parsed completely is
 * not changed, because its structure is a guess. Fixing the result again changes nothing.
 *
 * Also unchanged are values that a comment with a misspelt code was meant to silence, and strings that cannot be parsed
 * completely.
 *
 * @param comments `fix` to also correct or remove comments that silence nothing.
 * @returns the same fixture and no edits if there is nothing to fix. No text makes it throw.
 */
export function fixAll(
  fixture: Fixture,
  options: Options = DEFAULT_OPTIONS,
  comments: 'keep' | 'fix' = 'keep',
): FixedAll {
  let state = stateOf(fixture, options);
  let edits: Edit[] = [];
  /** How often the value at an offset of the current text was changed. */
  let changes = new Map(startsKept(state, options).map((start) => [start, FAILED]));
  /** The number of words of comments, and of whole comments, that were removed. */
  let removed = 0;
  /** The number of fixes to make at once: all, unless one of them failed. */
  let size = Number.POSITIVE_INFINITY;
  const readings = isWhole(fixture.text, fixture.languageId) ? MAX_READINGS : 0;
  for (let reading = 0; reading < readings; reading += 1) {
    const batch = nextBatch(state, changes, options, comments).slice(0, size);
    if (batch.length === 0) break;
    const after = attempt(state, batch, options);
    // Halving the batch finds the fix that fails; the other half is tried later.
    size = after === undefined && batch.length > 1 ? batch.length >> 1 : Number.POSITIVE_INFINITY;
    if (after === undefined) {
      if (batch.length === 1) changes = counted(changes, batch, FAILED);
      continue;
    }
    const made = editsOf(batch);
    const move = offsetAfter(made);
    const changing = batch.filter((repair) => !takesItselfOut(repair));
    removed += batch.length - changing.length;
    changes = new Map([...counted(changes, changing, 1)].map(([start, times]) => [move(start), times]));
    edits = joinEdits(state.fixture.text, edits, made);
    state = after;
  }
  return {
    fixture: state.fixture,
    findings: state.findings,
    edits,
    fixed: removed + [...changes.values()].filter((times) => times !== FAILED).length,
  };
}

/**
 * Returns the fixes to make at once, without overlaps. A fix waits if its finding depends on a value that is about to
 * change: a status is fixed after its states.
 */
function nextBatch(
  { fixture, findings }: State,
  changes: ReadonlyMap<number, number>,
  { say }: Options,
  comments: 'keep' | 'fix',
): Repair[] {
  const isWholeString = stringsOf(fixture);
  const repairs = findings.flatMap((finding): Repair[] => {
    if ((changes.get(finding.span.start) ?? 0) >= MAX_CHANGES || !isWholeString(finding)) return [];
    const fix = unseenFix(say, fixture, finding, comments);
    return fix ? [{ finding, fix }] : [];
  });
  const changing = new Set(startsOf(repairs));
  const ready = repairs.filter(
    ({ finding }) => !finding.related.some(({ span }) => changing.has(span.start)),
  );
  return nonOverlapping(ready.length > 0 ? ready : repairs);
}

/**
 * Returns the fix of a finding that needs no review; undefined if there is none. Comments are written by people, so
 * they only change on request.
 */
export function unseenFix(
  say: Say,
  fixture: Fixture,
  finding: Finding,
  comments: 'keep' | 'fix',
): Fix | undefined {
  if (finding.rule !== unusedDirective.code) return preferredFix(say, fixture, finding);
  return comments === 'fix' ? fixesOf(say, fixture, finding)[0] : undefined;
}

/** Tells whether fixing the whole file would do more than fixing a single one of its findings. */
export function canFixAll(say: Say, fixture: Fixture, findings: readonly Finding[]): boolean {
  const canFix = (finding: Finding) => unseenFix(say, fixture, finding, 'keep') !== undefined;
  const first = findings.findIndex(canFix);
  const more = first >= 0 && findings.slice(first + 1).some(canFix);
  if (!more || fixture.broken().length === 0) return more;
  // Only what can be parsed is ever read in parts. Any other text is parsed again, as it may only have statements of a
  // template.
  return fixture.alone.length === 0 && isWhole(fixture.text, fixture.languageId);
}

/** Returns a function that tells whether a finding is outside strings, or in one that can be parsed completely. */
export function stringsOf({ strings }: Fixture): (finding: Finding) => boolean {
  const asRead = new Map(strings.map(({ maps, asRead }) => [maps[0] && unmoved(maps[0]), asRead]));
  const known = new Map<string, boolean>();
  const isWholeText = ({ text, languageId }: EmbeddedText['asRead']) => {
    const key = `${languageId} ${text}`;
    // A template's expression can stand for a value or part of one, so it is replaced by a text that is valid as both.
    const filled = text.replaceAll(UNREAD, '1');
    // One string can contain several answers.
    const languageIds = languageId === 'json' ? ['json', 'jsonl'] : [languageId];
    const whole = known.get(key) ?? languageIds.some((id) => isWhole(filled, id));
    known.set(key, whole);
    return whole;
  };
  return ({ object }) =>
    object?.embedded?.maps.every((map) => {
      const read = asRead.get(unmoved(map));
      return read === undefined || isWholeText(read);
    }) ?? true;
}

/** Returns the starts of findings that a misspelt comment was meant to silence: they are wrong on purpose. */
function startsKept({ fixture, findings }: State, options: Options): number[] {
  if (fixture.directives.silencing.length === 0) return [];
  // Also where nobody asks for findings of comments.
  const rules = { ...options.rules, [unusedDirective.code]: unusedDirective.severity };
  const slips = check(fixture, { ...options, rules }).flatMap((finding) =>
    finding.rule === unusedDirective.code ? (preferredFix(options.say, fixture, finding)?.edits ?? []) : [],
  );
  if (slips.length === 0) return [];
  const corrected = readChange(fixture, applyEdits(fixture.text, slips));
  const keyOf = (rule: string, start: number) => `${rule} ${start}`;
  const left = new Set(check(corrected, options).map(({ rule, span }) => keyOf(rule, span.start)));
  const move = offsetAfter(slips);
  return findings.flatMap(({ rule, span }) =>
    rule === unusedDirective.code || left.has(keyOf(rule, move(span.start))) ? [] : [span.start],
  );
}

/** Returns the repairs in order, without those that overlap an earlier one. */
function nonOverlapping(repairs: readonly Repair[]): Repair[] {
  const kept: Repair[] = [];
  let last = { start: -1, end: -1 };
  const placed = repairs.map((repair) => ({ repair, span: hullOf(repair.fix.edits) }));
  for (const { repair, span } of placed.sort((a, b) => a.span.start - b.span.start)) {
    if (span.start <= last.start || span.start < last.end) continue;
    kept.push(repair);
    last = span;
  }
  return kept;
}

/** Returns the span from the first edit's start to the last edit's end. */
function hullOf(edits: readonly Edit[]) {
  return {
    start: edits.reduce((start, { offset }) => Math.min(start, offset), Number.POSITIVE_INFINITY),
    end: edits.reduce((end, { offset, length }) => Math.max(end, offset + length), 0),
  };
}

/** Applies the repairs; returns undefined if one of them fails. */
function attempt(
  { fixture, impossible }: State,
  batch: readonly Repair[],
  options: Options,
): State | undefined {
  const edits = editsOf(batch);
  const text = applyEdits(fixture.text, edits);
  if (!isWhole(text, fixture.languageId)) return undefined;
  const after = readChange(fixture, text);
  if (after.servers.length < fixture.servers.length) return undefined;
  const state = stateOf(after, options);
  if (state.impossible > impossible) return undefined;
  const left = new Set(state.findings.map(({ rule, span }) => `${rule} ${span.start}`));
  const move = offsetAfter(edits);
  const isLeft = batch.some(
    (repair) =>
      // Another word, with a finding of its own, may now start where the removed one started.
      !takesItselfOut(repair) && left.has(`${repair.finding.rule} ${move(repair.finding.span.start)}`),
  );
  return isLeft ? undefined : state;
}

/** Tells whether a repair removes everything that its finding is about. */
function takesItselfOut({ finding: { span }, fix }: Repair): boolean {
  return fix.edits.some(
    ({ offset, length, text }) => text === '' && offset <= span.start && span.end <= offset + length,
  );
}

function stateOf(fixture: Fixture, options: Options): State {
  const toSubject = subjectsOf(fixture, options);
  const impossible = fixture.servers.filter((server) => isImpossible(toSubject(server))).length;
  return { fixture, findings: check(fixture, options), impossible };
}

function editsOf(batch: readonly Repair[]): Edit[] {
  return batch.flatMap(({ fix }) => fix.edits);
}

/** Adds to the number of changes of each value in the batch. */
function counted(
  changes: ReadonlyMap<number, number>,
  batch: readonly Repair[],
  more: number,
): Map<number, number> {
  return new Map([
    ...changes,
    ...startsOf(batch).map((start) => [start, (changes.get(start) ?? 0) + more] as const),
  ]);
}

function startsOf(repairs: readonly Repair[]): number[] {
  return repairs.map(({ finding }) => finding.span.start);
}
