import { stringify } from 'yaml';
import { blanksBefore, blanksBehind, lineEnd } from '../../fixture';
import type { Fixture } from '../recognise/types';
import type { Edit } from '../types';
import { applyEdits } from './edits';
import { fillMember, insertInBrackets, type Pen } from './insert-in-brackets';
import { isLineStart, lineBreakOf, lineStart } from './lines';
import type { Json } from './new-server';
import {
  becomesServer,
  type Collection,
  chainOf,
  freeKey,
  isPlural,
  isServerKey,
  type Member,
  serversOf,
  targetOf,
} from './outline';
import { type YamlDocument, yamlOutline } from './yaml-outline';

/** Inserts a server into a YAML text: see {@link insertServer}. */
export function insertInYaml(fixture: Fixture, offset: number, server: Json): Edit | undefined {
  const { text } = fixture;
  const at = text.startsWith('\uFEFF') ? Math.max(1, offset) : offset;
  const document = yamlOutline(text)?.findLast(({ start }) => start <= at);
  const edit = document && at <= document.end ? insertInDocument(fixture, document, at, server) : undefined;
  // Parses the result again, as an unforeseen case (an anchor or a tag on its own line) must not break the file.
  return edit && yamlOutline(applyEdits(text, [edit])) ? edit : undefined;
}

function insertInDocument(
  fixture: Fixture,
  document: YamlDocument,
  offset: number,
  server: Json,
): Edit | undefined {
  const { text } = fixture;
  const { collections, scalars, isEmpty } = document;
  if (isEmpty) return onOwnLine(text, offset, dump({ server }), 0);
  if (scalars.some(({ start, end }) => start < offset && offset < end)) return undefined;
  const flow = collections.findLast((one) => one.isFlow && one.start < offset && offset < one.end);
  if (flow) return insertInFlow(fixture, document, flow, offset, server);
  const [root] = collections;
  if (root === undefined || root.isFlow) return undefined;
  const member = memberAt(text, collections, offset);
  if (member === undefined)
    return onOwnLine(text, offset, memberOf(root, server), columnOf(text, root.start));
  return fillBlock(text, member, server) ?? insertBehind(fixture, member, offset, server);
}

/** Inserts between brackets. Empty brackets after a key or dash become a block; others get a member in the line. */
function insertInFlow(
  fixture: Fixture,
  { comments }: YamlDocument,
  flow: Collection,
  offset: number,
  server: Json,
): Edit | undefined {
  const { text } = fixture;
  const chain = chainOf(flow);
  // Two braces start a template's expression, even if YAML parses them.
  if (chain.some(({ isFlow, start }) => isFlow && text.startsWith('{{', start))) return undefined;
  const block = flow.of && !flow.of.in.isFlow ? replaceEmpty(text, flow.of, server) : undefined;
  if (block) return block;
  const pen: Pen = { text, comments, server, unit: '  ', layout: 'line', writeKey };
  const hole = flow.members.find(
    ({ state, start, end }) => state !== 'whole' && start <= offset && offset <= end,
  );
  if (hole) return fillMember(pen, hole, offset);
  const into = becomesServer(flow) ? flow : targetOf(chain, serversOf(fixture));
  if (into === undefined || into.isFlow) return into && insertInBrackets(pen, into, offset);
  const member = chain.find(({ of }) => of?.in === into)?.of;
  return member && behindMember(text, member, server);
}

/** Returns a key in the style of the map's other keys. */
function writeKey(key: string, { members }: Collection): string {
  return members.some(({ isQuoted }) => isQuoted) ? JSON.stringify(key) : key;
}

/** Returns the innermost item or entry at the cursor, or the last one above it whose column is not greater. */
function memberAt(text: string, collections: readonly Collection[], offset: number): Member | undefined {
  const first = blanksBehind(text, lineStart(text, offset));
  const members = collections.filter(({ isFlow }) => !isFlow).flatMap((one) => one.members);
  let last: Member | undefined;
  for (const one of members) {
    if (one.start <= Math.max(offset, first) && (last === undefined || one.start > last.start)) last = one;
  }
  const isBlank = first === text.length || /[\r\n#]/.test(text[first] ?? '');
  if (last === undefined || !isBlank || last.state === 'no-value') return last;
  const column = text[first] === '#' ? columnOf(text, first) : columnOf(text, offset);
  let member = last;
  while (columnOf(text, member.start) > column && member.in.of) member = member.in.of;
  return member;
}

/** Inserts the server after a key or dash without a value, or in place of empty brackets. */
function fillBlock(text: string, member: Member, server: Json): Edit | undefined {
  const { state, key, colon } = member;
  if (state === 'no-value' && colon !== undefined) {
    const end = lineEnd(text, colon);
    const indent = columnOf(text, member.start) + 2;
    const start = Math.max(colon, blanksBefore(text, end));
    if (member.in.kind === 'list' && start === colon) {
      return {
        offset: colon,
        length: end - colon,
        text: ` ${indented(text, dump(server), indent).trimStart()}`,
      };
    }
    const lines = isPlural(key) ? item(server) : dump(server);
    const written = `${lineBreakOf(text)}${indented(text, lines, indent)}`;
    return { offset: start, length: end - start, text: written };
  }
  return isServerKey(key) || key === 'servers' ? replaceEmpty(text, member, server) : undefined;
}

/** Replaces empty brackets after a key or dash by a block. */
function replaceEmpty(text: string, member: Member, server: Json): Edit | undefined {
  const { value, key } = member;
  if (!value?.isFlow) return undefined;
  if (text.slice(value.start + 1, value.end - 1).trim() !== '') return undefined;
  const indent = columnOf(text, member.start) + 2;
  const end = lineEnd(text, value.end);
  const start = blanksBefore(text, value.start);
  const rest = text.slice(value.end, end).trimEnd();
  const isItem = member.in.kind === 'list';
  if (isItem && (value.kind === 'list' || rest !== '' || start !== member.colon)) return undefined;
  const isServer = isServerKey(key) || isItem;
  const lines = value.kind === 'list' ? item(server) : dump(isServer ? server : { server });
  const written = indented(text, lines, indent);
  const block = isItem ? ` ${written.trimStart()}` : `${rest}${lineBreakOf(text)}${written}`;
  return { offset: start, length: end - start, text: block };
}

/** Inserts after a member, or into the list under its key. */
function insertBehind(fixture: Fixture, member: Member, offset: number, server: Json): Edit | undefined {
  const { text } = fixture;
  const { value, key } = member;
  const [first] = value?.members ?? [];
  if (first && value?.kind === 'list' && !value.isFlow) {
    const dash = lineStart(text, first.start);
    const isAbove = offset < dash;
    if (isAbove && blanksBehind(text, dash) === first.start) {
      return linesAt(text, dash, item(server), columnOf(text, first.start));
    }
    const last = value.members.at(-1);
    if (last && key === 'servers') {
      const isInBreak = text.startsWith('\r\n', offset - 1);
      const before = value.members.findLast(({ start }) => start < offset);
      // Not inside an item, which could go on below the cursor.
      const isBetween = before !== undefined && before !== last && before.end <= offset && !isInBreak;
      return isBetween
        ? onOwnLine(text, offset, item(server), columnOf(text, first.start))
        : behindMember(text, last, server);
    }
  }
  const chain = chainOf(member.in);
  const into = targetOf(chain, serversOf(fixture));
  const own = into === member.in ? member : chain.find(({ of }) => of?.in === into)?.of;
  return own && behindMember(text, own, server);
}

/** Adds an item or entry after another one, with its indentation. */
function behindMember(text: string, member: Member, server: Json): Edit {
  const { end, start } = member;
  const at = isLineStart(text, end) ? end : lineEnd(text, end);
  return linesAt(text, at, memberOf(member.in, server), columnOf(text, start));
}

function memberOf(into: Collection, server: Json): string {
  return into.kind === 'list' ? item(server) : dump({ [freeKey(into)]: server });
}

/** Replaces the cursor's line if it is blank; otherwise inserts below it. */
function onOwnLine(text: string, offset: number, lines: string, indent: number): Edit {
  const start = lineStart(text, offset);
  const end = lineEnd(text, offset);
  if (blanksBehind(text, start) < end) return linesAt(text, end, lines, indent);
  const eol = end === text.length ? lineBreakOf(text) : '';
  return { offset: start, length: end - start, text: `${indented(text, lines, indent)}${eol}` };
}

/** Inserts lines at the start or end of a line. */
function linesAt(text: string, offset: number, lines: string, indent: number): Edit {
  const eol = lineBreakOf(text);
  const body = indented(text, lines, indent);
  return { offset, length: 0, text: isLineStart(text, offset) ? `${body}${eol}` : `${eol}${body}` };
}

function indented(text: string, lines: string, indent: number): string {
  return lines
    .trimEnd()
    .replace(/^(?=.)/gm, ' '.repeat(indent))
    .replaceAll('\n', lineBreakOf(text));
}

function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

function item(server: Json): string {
  return `- ${dump(server).replaceAll('\n', '\n  ')}`;
}

/** Version 1.1 also quotes strings that look like a date or a boolean there, so both versions read them as strings. */
function dump(value: Json): string {
  return stringify(value, { version: '1.1', lineWidth: 0, aliasDuplicateObjects: false });
}
