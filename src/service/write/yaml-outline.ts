import { Composer, CST, Parser } from 'yaml';
import { nestsTooDeep, type Span, withoutMark } from '../../fixture';
import type { Collection, Member } from './outline';

export interface YamlDocument {
  /** Its start, at its `---` if it has one. */
  readonly start: number;
  readonly end: number;
  /** Its lists and maps, each after the one that contains it. Keys that are collections are not included. */
  readonly collections: readonly Collection[];
  /** The scalars of several lines. */
  readonly scalars: readonly Span[];
  /** The comments between brackets. */
  readonly comments: readonly Span[];
  /** True if it has no value. */
  readonly isEmpty: boolean;
}

/** Parses the lists and maps of a YAML text; undefined if it cannot be parsed or is nested too deeply. */
export function yamlOutline(text: string): YamlDocument[] | undefined {
  // The library treats a carriage return as a line break only before a line feed.
  const tokens = [...new Parser().parse(withoutMark(text).replace(/\r(?!\n)/g, '\n'))];
  if (tokens.some((token) => nestsTooDeep(token))) return undefined;
  for (const { errors } of new Composer().compose(tokens)) {
    if (errors.length > 0) return undefined;
  }
  return documentsOf(tokens, text.length);
}

function documentsOf(tokens: readonly CST.Token[], end: number): YamlDocument[] | undefined {
  const documents: YamlDocument[] = [];
  for (const [i, token] of tokens.entries()) {
    if (token.type !== 'document') continue;
    const next = tokens.slice(i + 1).find(({ type }) => ['doc-end', 'document'].includes(type));
    const hasMark = token.start.some(({ type }) => type === 'doc-start');
    // Text between a directive and its document, or after the end of one, belongs to no document.
    const start = hasMark || documents.length > 0 ? token.offset : 0;
    const walk = walkValue(token.value);
    if (walk === undefined) return undefined;
    const isEmpty = token.value === undefined || isAbsent(token.value);
    documents.push({
      ...walk,
      start,
      end: next && 'offset' in next ? next.offset : end,
      isEmpty,
    });
  }
  return documents.length === 0
    ? [{ start: 0, end, collections: [], scalars: [], comments: [], isEmpty: true }]
    : documents;
}

/** A token to walk, with the member whose value it is. */
interface Task {
  readonly token: CST.Token;
  readonly of: Member | undefined;
}

type Walked = Pick<YamlDocument, 'collections' | 'scalars' | 'comments'>;

/** Walks a value with an explicit stack; returns undefined if a block collection is used as a key. */
function walkValue(root: CST.Token | undefined): Walked | undefined {
  const collections: Collection[] = [];
  const scalars: Span[] = [];
  const comments: Span[] = [];
  const waiting: Task[] = root ? [{ token: root, of: undefined }] : [];
  for (let task = waiting.pop(); task !== undefined; task = waiting.pop()) {
    const { token, of } = task;
    if (token.type === 'block-map' || token.type === 'block-seq' || token.type === 'flow-collection') {
      const one = collectionOf(token, of);
      const below = membersOf(token, one);
      if (below === undefined) return undefined;
      collections.push(one);
      if (token.type === 'flow-collection') for (const comment of commentsOf(token)) comments.push(comment);
      if (of) of.value = one;
      for (const one of below.reverse()) waiting.push(one);
    } else {
      const span = spanOf(token);
      if (span.isLong) scalars.push(span);
      if (of) of.end = span.end;
    }
  }
  // Inner collections come after outer ones: in reverse order, each end is known before it is needed.
  for (const one of collections.toReversed()) {
    one.end = Math.max(one.end, one.members.at(-1)?.end ?? 0);
    if (one.of) one.of.end = Math.max(one.of.end, one.end);
  }
  return { collections, scalars, comments: comments.sort((a, b) => a.start - b.start) };
}

type CollectionToken = CST.BlockMap | CST.BlockSequence | CST.FlowCollection;

function collectionOf(token: CollectionToken, of: Member | undefined): Collection {
  const { offset: start } = token;
  if (token.type !== 'flow-collection') {
    return {
      kind: token.type === 'block-map' ? 'map' : 'list',
      isFlow: false,
      start,
      end: start,
      members: [],
      of,
    };
  }
  const kind = token.start.type === 'flow-map-start' ? 'map' : 'list';
  return { kind, isFlow: true, start, end: endOf(token), members: [], of };
}

/** Adds the members to a collection, and returns the values that are still to be walked. */
function membersOf(token: CollectionToken, into: Collection): Task[] | undefined {
  const tasks: Task[] = [];
  for (const { start, key, sep, value } of token.items as readonly CST.CollectionItem[]) {
    const comma = start.find(({ type }) => type === 'comma');
    const before = into.members.at(-1);
    if (before && comma) {
      before.comma = comma.offset + 1;
      if (before.state === 'no-value') before.end = comma.offset;
    }
    const own = [...start, ...(key ? [key] : []), ...(sep ?? []), ...(value ? [value] : [])].filter(isOwn);
    const [first] = own;
    if (first === undefined) continue;
    if (key && (key.type === 'block-map' || key.type === 'block-seq')) return undefined;
    const behind = [...start, ...(sep ?? [])].find(
      ({ type }) => type === 'map-value-ind' || type === 'seq-item-ind',
    );
    const absent = behind !== undefined && (value === undefined || (value !== null && isAbsent(value)));
    const member: Member = {
      start: first.offset,
      end: endOf(own.at(-1) ?? first),
      in: into,
      key: key ? keyText(key) : undefined,
      isQuoted: key?.type === 'double-quoted-scalar',
      colon: behind && behind.offset + 1,
      state: absent ? 'no-value' : 'whole',
    };
    into.members.push(member);
    if (value && !absent) tasks.push({ token: value, of: member });
  }
  const last = into.members.at(-1);
  if (token.type === 'flow-collection' && last?.state === 'no-value' && last.comma === undefined) {
    last.end = into.end - 1;
  }
  if (last?.comma !== undefined) {
    into.members.push({ start: last.comma, end: into.end - 1, in: into, state: 'gap' });
  }
  return tasks;
}

function commentsOf(token: CST.FlowCollection): Span[] {
  const behind = (one: CST.Token | null | undefined) => (one && 'end' in one ? (one.end ?? []) : []);
  return token.items
    .flatMap(({ start, key, sep, value }) => [...start, ...behind(key), ...(sep ?? []), ...behind(value)])
    .concat(token.end)
    .filter(({ type }) => type === 'comment')
    .map(({ offset, source }) => ({ start: offset, end: offset + source.length }));
}

function keyText(key: CST.Token): string | undefined {
  return CST.resolveAsScalar(key)?.value;
}

/** Tells whether a token is part of a member, and not between two of them. */
function isOwn(token: CST.Token): boolean {
  return !['space', 'newline', 'comment', 'comma'].includes(token.type) && !isAbsent(token);
}

/** Tells whether a token stands for a missing value. */
function isAbsent(token: CST.Token): boolean {
  return token.type === 'scalar' && token.source === '';
}

function endOf(token: CST.Token): number {
  if (token.type === 'flow-collection') {
    const [close] = token.end;
    return close ? close.offset + 1 : token.offset;
  }
  return spanOf(token).end;
}

/** Returns the span of a scalar or mark without the blanks after it. A block scalar is long if it has any lines. */
function spanOf(token: CST.Token): Span & { isLong: boolean } {
  const start = token.offset;
  if (token.type !== 'block-scalar') {
    const source = 'source' in token ? token.source : '';
    return { start, end: start + source.length, isLong: /[\r\n]/.test(source) };
  }
  const props = token.props.filter((one) => 'source' in one);
  const header = props.map((one) => one.source).join('');
  const body = start + header.length;
  // With a plus in the header, the empty lines after the text belong to it.
  const isKept = props.some(({ type, source }) => type === 'block-scalar-header' && source.includes('+'));
  const lines = isKept ? token.source : token.source.trimEnd();
  const end = lines === '' ? start + header.trimEnd().length : body + lines.length;
  return { start: body - 1, end, isLong: lines !== '' };
}
