import type { Span } from '../../fixture';
import type { Fixture } from '../recognise/types';
import { behindComments } from './place';

/** A place where a whole server can be. */
export interface ServerSlot {
  /** The word that is already typed there. */
  readonly word: Span;
  /** True if the file contains nothing else, so the server needs its key. */
  readonly isEmpty: boolean;
  /** The text after the server: a comma if another server follows, or a blank if a comment of YAML does. */
  readonly gap: string;
}

/** Finds a place where only a server can be: after `server:`, as an item of `servers`, or in an empty file. */
export function serverSlotAt(fixture: Fixture, offset: number): ServerSlot | undefined {
  const { text, language } = fixture;
  if (language.notation === null) return undefined;
  const typed = /[\w-]*$/.exec(text.slice(Math.max(0, offset - MAX_WORD), offset))?.[0] ?? '';
  const word = { start: offset - typed.length, end: offset };
  if (text.trim() === typed) return { word, isEmpty: true, gap: '' };
  const before = text.slice(Math.max(0, word.start - MAX_LOOK), word.start);
  const isSlot =
    language.notation === 'json'
      ? isJsonSlot(fixture, before, word)
      : isYamlSlot(before, text.slice(offset, offset + MAX_LOOK));
  if (!isSlot) return undefined;
  const isJson = language.notation === 'json';
  const rest = text.slice(isJson ? behindComments(text, offset) : offset, offset + MAX_LOOK);
  // Any text after the word would become part of the server.
  if (!isJson && !/^[ \t]*(?:[\r\n#]|$)/.test(rest)) return undefined;
  if (!isJson) return { word, isEmpty: false, gap: rest.startsWith('#') ? ' ' : '' };
  const hasNext = /^[^\],}]/.test(rest);
  if (hasNext && /:\s*$/.test(before)) return undefined;
  return { word, isEmpty: false, gap: hasNext ? ',' : '' };
}

/** How many characters of a word, and of the text before it, are considered. */
const MAX_WORD = 60;
const MAX_LOOK = 5000;

function isJsonSlot({ text, servers, leftAlone }: Fixture, before: string, { start }: Span): boolean {
  if (/"server"\s*:\s*$|"servers"\s*:\s*\[\s*$/.test(before)) return true;
  // After another server of the list.
  return [...servers, ...leftAlone].some(
    ({ container, span, within }) =>
      container === 'servers' &&
      within === undefined &&
      start - span.end < MAX_WORD &&
      /^\s*,\s*$/.test(text.slice(span.end, start)),
  );
}

function isYamlSlot(before: string, behind: string): boolean {
  const lines = before.split(/\r\n|\r|\n/);
  const line = lines.pop() ?? '';
  const dash = /^( *)- +$/.exec(line)?.[1];
  const column = dash?.length ?? (/^ +$/.test(line) ? line.length : -1);
  if (column < 0) return false;
  // Fields below it mean that the server is already there.
  const below = /[\r\n]( *)[^\s#]/.exec(behind)?.[1]?.length ?? 0;
  if (dash === undefined ? below >= column : below > column) return false;
  // Skips the lines of earlier items.
  const above = lines.findLast((one) => one.trim() !== '' && !isPartOfList(one, column, dash !== undefined));
  const key = dash === undefined ? 'server' : 'servers';
  const found = /^((?: |- )*)["']?(\w+)["']?:[ \t]*(?:#.*)?$/.exec(above ?? '');
  return found?.[2] === key && (found[1] ?? '').length <= column - (dash === undefined ? 1 : 0);
}

/** Tells whether a line is a comment or belongs to an earlier item. */
function isPartOfList(line: string, column: number, isList: boolean): boolean {
  const indent = /^ */.exec(line)?.[0].length ?? 0;
  if (line.trimStart().startsWith('#')) return true;
  return isList && (indent > column || (indent === column && line.startsWith('-', indent)));
}
