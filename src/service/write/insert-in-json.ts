import { beginsWithHead, lineEnd, withoutHeads, withoutMark } from '../../fixture';
import type { Fixture } from '../recognise/types';
import type { Edit } from '../types';
import { fillMember, inOneLine, insertInBrackets, type Pen } from './insert-in-brackets';
import { type JsonOutline, jsonOutline } from './json-outline';
import { lineBreakOf, lineStart } from './lines';
import type { Json } from './new-server';
import { becomesServer, type Collection, chainOf, type Member, serversOf, targetOf } from './outline';

/** Inserts a server into a JSON text: see {@link insertServer}. */
export function insertInJson(fixture: Fixture, offset: number, server: Json, unit: string): Edit | undefined {
  if (fixture.language.hasLines) return insertInLines(fixture, offset, server, unit);
  const { text } = fixture;
  const isMessage = beginsWithHead(text);
  // Both functions keep the length, so all offsets stay the same.
  const body = isMessage ? withoutHeads(text) : withoutMark(text);
  const outline = jsonOutline(body);
  if (outline === undefined || (outline.roots > 1 && !isMessage)) return undefined;
  if (outline.roots > 0) {
    const place = placeIn(outline, offset, serversOf(fixture));
    return place && insertAt(outline, place, offset, { text: body, server, unit, layout: 'lines' });
  }
  return isMessage ? undefined : insertRoot(text, offset, server, unit);
}

/** Inserts a server into a file without a value, after its comments. */
function insertRoot(text: string, offset: number, server: Json, unit: string): Edit {
  const eol = lineBreakOf(text);
  const written = JSON.stringify({ server }, null, unit).replaceAll('\n', eol);
  if (text.trim() !== '') return { offset: text.trimEnd().length, length: 0, text: `${eol}${written}` };
  const at = text.startsWith('\uFEFF') ? Math.max(1, offset) : offset;
  return { offset: at, length: 0, text: `${written}${eol}` };
}

/** Inserts a server into JSON Lines: between the brackets of the cursor's line, or as a new line after it. */
function insertInLines(fixture: Fixture, offset: number, server: Json, unit: string): Edit | undefined {
  const { text } = fixture;
  const start = text.startsWith('\uFEFF') ? Math.max(1, lineStart(text, offset)) : lineStart(text, offset);
  const end = lineEnd(text, start);
  const line = text.slice(start, end);
  const eol = lineBreakOf(text);
  const written = `{"server": ${inOneLine(server)}}`;
  if (line.trim() === '') {
    return { offset: start, length: end - start, text: end === text.length ? written + eol : written };
  }
  const outline = jsonOutline(line);
  if (outline?.roots !== 1) return undefined;
  const isServer = serversOf(fixture, start);
  const place = placeIn(outline, offset - start, isServer);
  const edit =
    place && insertAt(outline, place, offset - start, { text: line, server, unit, layout: 'tight' });
  const isInside = place && ('in' in place || place.kind === 'list' || place.members.length === 0);
  if (edit && isInside) return { ...edit, offset: start + edit.offset };
  return isWhole(outline) ? { offset: end, length: 0, text: `${eol}${written}` } : undefined;
}

/**
 * Returns the list or map that contains the offset, or the member that the server completes; undefined outside of all
 * brackets, or if the text would still be incomplete.
 */
function placeIn(
  outline: JsonOutline,
  offset: number,
  isServer: (one: Collection) => boolean,
): Collection | Member | undefined {
  const hole = holesOf(outline).find(({ start, end }) => start <= offset && offset <= end);
  if (!isWhole(outline, hole)) return undefined;
  const innermost = outline.collections.findLast(({ start, end }) => start < offset && offset < end);
  if (hole || innermost === undefined || becomesServer(innermost)) return hole ?? innermost;
  return targetOf(chainOf(innermost), isServer);
}

function insertAt(
  { comments }: JsonOutline,
  place: Collection | Member,
  offset: number,
  how: Pick<Pen, 'text' | 'server' | 'unit' | 'layout'>,
): Edit {
  const pen: Pen = { ...how, comments, writeKey: (key) => JSON.stringify(key) };
  return 'in' in place ? fillMember(pen, place, offset) : insertInBrackets(pen, place, offset);
}

/** Tells whether no other member is incomplete. A trailing comma is allowed. */
function isWhole(outline: JsonOutline, but?: Member): boolean {
  return holesOf(outline).every((one) => one === but || (one.state === 'gap' && one.comma === undefined));
}

function holesOf({ collections }: JsonOutline): Member[] {
  return collections.flatMap(({ members }) => members.filter(({ state }) => state !== 'whole'));
}
