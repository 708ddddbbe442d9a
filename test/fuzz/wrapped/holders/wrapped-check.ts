import assert from 'node:assert/strict';
import {
  check,
  DEFAULT_OPTIONS,
  type Edit,
  type Finding,
  type Fixture,
  fixesOf,
  readFixture,
  type Span,
} from '../../../../src/service';
import { inEnglish } from '../../../../src/words';
import { applyEdits } from '../../../service/helpers';
import type { Broken } from '../broken-server';

/** A file with one wrong value at a place, and what is expected of it. */
export interface Case {
  readonly text: string;
  readonly languageId: string;
  readonly span: Span;
  readonly broken: Broken;
  /** How many servers the file has. */
  readonly servers: number;
  /** True where the strings around the value can be such that nothing can be written over them. */
  readonly mayLackFix?: boolean | undefined;
}

/** The errors and warnings of a text. */
function wrongIn(fixture: Fixture): Finding[] {
  const findings = check(fixture, DEFAULT_OPTIONS);
  return findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
}

/**
 * Asserts that every server is found, that the wrong value is the one finding and stands where it should, and that its fix
 * changes nothing else.
 *
 * @returns the file after the fix; undefined where there is none, and there need not be.
 */
export function assertOneFound({
  text,
  languageId,
  span,
  broken,
  servers,
  mayLackFix,
}: Case): string | undefined {
  const fixture = readFixture(text, languageId);
  const [finding, ...others] = wrongIn(fixture);
  assert.ok(finding, `missed ${broken.field}: ${broken.wrong} in ${text}`);
  assert.deepEqual(
    others.map(({ message }) => message),
    [],
    `more than one in ${text}`,
  );
  assert.deepEqual(finding.span, span, `${text.slice(finding.span.start, finding.span.end)} in ${text}`);
  assert.equal(fixture.servers.length, servers, `servers of ${text}`);
  const isInside = ({ offset, length }: Edit) => offset >= span.start && offset + length <= span.end;
  const [fix] = fixesOf(inEnglish, fixture, finding).filter(({ edits }) => edits.every(isInside));
  if (fix === undefined && mayLackFix) return undefined;
  assert.ok(fix, `no fix at the value in ${text}`);
  const fixed = applyEdits(text, fix.edits);
  const left = wrongIn(readFixture(fixed, languageId)).map((one) => one.rule);
  assert.deepEqual(left, [], `${fix.title} leaves ${fixed}`);
  return fixed;
}

/** Lines as they are wherever their block stands, however they end. */
const flush = (text: string) => text.replaceAll('\r\n', '\n').replace(/^[ \t]+/gm, '');

/** Asserts that what a string holds is what it was but for the value, and that this is right now. */
export function assertMended(content: string, parts: readonly string[], { right }: Broken): void {
  const [before = '', , behind = ''] = parts.map(flush);
  const mended = flush(content);
  assert.ok(mended.startsWith(before), `another beginning: ${mended}\nnot ${before}`);
  const end = mended.endsWith(behind) ? behind : behind.trimEnd();
  assert.ok(mended.trimEnd().endsWith(end.trimEnd()), `another end: ${mended}\nnot ${behind}`);
  const value = mended.slice(before.length, mended.lastIndexOf(end));
  assert.equal(value.replace(/[\\"']/g, '').trim(), right ?? 'null', `another value in ${mended}`);
}
