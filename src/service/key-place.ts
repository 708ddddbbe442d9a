import { getLocation } from 'jsonc-parser';
import { type Fixture, type FixtureObject, isJson, type Span } from '../fixture';
import { lineAt, lineStarts } from './lines';
import { objectAt, servedObjects } from './place';

/** A place where a key of an object could stand. */
export interface KeyPlace {
  readonly object: FixtureObject;
  /** What of the key is there already, quotes included; empty between two keys. */
  readonly span: Span;
  /** The quote that is typed already, if any. */
  readonly quote: string;
  /** True where a value stands behind the key already. */
  readonly hasValue: boolean;
  /** What has to follow the new property: a comma where another one comes. */
  readonly comma: string;
}

/** The place of a key at an offset; undefined where no key of a served object can stand. */
export function keyPlaceAt(fixture: Fixture, offset: number): KeyPlace | undefined {
  return isJson(fixture.languageId) ? inJson(fixture, offset) : inYaml(fixture, offset);
}

function inJson(fixture: Fixture, offset: number): KeyPlace | undefined {
  const object = objectAt(fixture, offset);
  if (object === undefined) return undefined;
  // From the object on: what stands before it, whole or broken, has no say.
  const before = object.span.start;
  const { isAtPropertyKey, previousNode } = getLocation(
    fixture.text.slice(before, object.span.end),
    offset - before,
  );
  if (!isAtPropertyKey) return undefined;
  const node = previousNode && before + previousNode.offset <= offset ? previousNode : undefined;
  const start = node ? before + node.offset : wordStart(fixture.text, offset);
  const end = node ? start + node.length : offset;
  if (end < offset) return undefined;
  const behind = /^\s*(.?)/s.exec(fixture.text.slice(end, end + 200))?.[1] ?? '';
  return {
    object,
    span: { start, end },
    quote: fixture.text[start] === '"' ? '"' : '',
    hasValue: behind === ':',
    comma: behind === '"' ? ',' : '',
  };
}

function wordStart(text: string, offset: number): number {
  return offset - (/[\w:.-]*$/.exec(text.slice(Math.max(0, offset - 100), offset))?.[0].length ?? 0);
}

/** In block style a key belongs to the object whose keys stand in its column, the nearest one above. */
function inYaml(fixture: Fixture, offset: number): KeyPlace | undefined {
  const { text } = fixture;
  const starts = lineStarts(text);
  const line = lineAt(starts, offset);
  const from = starts[line] ?? 0;
  const match = /^([ ]*(?:- +)*)(["']?)[\w:.-]*$/.exec(text.slice(from, offset));
  if (!match) return undefined;
  const column = match[1]?.length ?? 0;
  const start = from + column;
  const end = start + (/^["']?[\w:.-]*["']?/.exec(text.slice(start))?.[0].length ?? 0);
  const rest = text.slice(end, starts[line + 1] ?? text.length);
  if (/^:?\s*\S/.test(rest) && !/^\s*:/.test(rest)) return undefined;
  const object = servedObjects(fixture)
    .filter(
      ({ span }) => span.start <= start && span.start - (starts[lineAt(starts, span.start)] ?? 0) === column,
    )
    .filter(({ span }) => !leavesBlock(text, starts, lineAt(starts, span.start), line, column))
    .sort((a, b) => b.span.start - a.span.start)[0];
  if (object === undefined) return undefined;
  return { object, span: { start, end }, quote: match[2] ?? '', hasValue: /^\s*:/.test(rest), comma: '' };
}

/** True where a line between the two stands further left: the block that the first one opened has ended. */
function leavesBlock(
  text: string,
  starts: readonly number[],
  first: number,
  last: number,
  column: number,
): boolean {
  for (let line = first + 1; line <= last; line += 1) {
    const content = text.slice(starts[line], starts[line + 1] ?? text.length);
    const indent = /^ *(?=[^\s#])/.exec(content)?.[0].length;
    if (indent !== undefined && indent < column && line < last) return true;
    if (/^(---|\.\.\.)/.test(content)) return true;
  }
  return false;
}
