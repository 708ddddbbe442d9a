import { stringify } from 'yaml';
import { FIELDS, type Field, keyBeside, lineStart, type Span, type Style } from '../fixture';
import { statusChoices } from '../mapping';
import { prose } from '../words';
import { type Candidate, candidatesFor } from './judge/candidates';
import { explainCloud } from './judge/explain';
import { pickCloud } from './judge/pick-cloud';
import { subjectsOf } from './judge/subject';
import type { Subject } from './judge/types';
import { DEFAULT_OPTIONS, type Options } from './options';
import { keyPlaceAt } from './places/key-place';
import { behindComments, placeAt } from './places/place';
import { serverSlotAt } from './places/server-slot';
import type { Fixture } from './recognise/types';
import { newServer } from './write/new-server';
import { allowsTag, escapeWithin, literal } from './write/value';

/** An entry of a completion list. */
export interface Completion {
  readonly kind: 'value' | 'property' | 'server';
  readonly label: string;
  /** How the value fits the server's other values, in a few words. */
  readonly detail: string;
  readonly markdown: string;
  /** Replaces {@link Completions.span}. For a server, a snippet with placeholders for its name and id. */
  readonly text: string;
  /** Compared with the text typed so far; starts with a quote if that does. */
  readonly filter: string;
}

/** The entries for an offset, best first, and the range that they replace. */
export interface Completions {
  readonly items: readonly Completion[];
  readonly span: Span;
}

/**
 * Completes at an offset: the values of a field, the missing fields of a server with their correct values, or whole
 * servers. Returns undefined if no value, key or server can be at the offset.
 */
export function complete(
  fixture: Fixture,
  offset: number,
  options: Options = DEFAULT_OPTIONS,
): Completions | undefined {
  const place = placeAt(fixture, offset);
  if (place?.on === 'value' && !isBareKey(fixture, place.field)) {
    if (isInProperty(fixture, place.field, offset)) return undefined;
    const subject = subjectsOf(fixture, options)(place.object);
    const { within } = place.field;
    const { span, style } = valueSpan(fixture, place.field, offset);
    const quote = quoteAt(fixture.text, span.start, within);
    // Opened by something else than a quote: a backquote, a prefix, `%q(`.
    const isOpened =
      quote === '' && typeof style !== 'string' && fixture.text.startsWith(style.open, span.start);
    const blank = fixture.text[span.start - 1] === ':' ? ' ' : '';
    const behind = textBehind(fixture, place.object, span.end);
    const items = writable(fixture, place.field, candidatesFor(place.name, subject)).flatMap((candidate) => {
      const label = String(candidate.value);
      const written = write(candidate, style, within);
      if (written === undefined) return [];
      return [
        {
          ...describe(candidate, subject),
          kind: 'value' as const,
          label,
          text: blank + written + behind,
          filter: isOpened ? written : `${quote}${label}${quote}`,
        },
      ];
    });
    return items.length === 0 ? undefined : { items, span };
  }
  return completeServers(fixture, offset, options) ?? completeKeys(fixture, offset, options);
}

/** Returns what has to follow a value: the comma of JSON before another key, the blank of YAML before a comment. */
function textBehind({ text }: Fixture, { notation, within }: Subject['object'], end: number): string {
  if (text[end] === '#') return ' ';
  return notation === 'json' && within === undefined && text[behindComments(text, end)] === '"' ? ',' : '';
}

/** Tells whether an offset is in or right behind a YAML tag or anchor, which a value cannot touch. */
function isInProperty({ text }: Fixture, { key, span }: Field, offset: number): boolean {
  return span.start === span.end && /\s[&!]\S*$/.test(text.slice(key.end, offset));
}

/** Tells whether a key has neither a value nor a colon, as a word in JavaScript that names a variable, too. */
function isBareKey({ text }: Fixture, { kind, key, span }: Field): boolean {
  if (kind === 'open') return key.start === span.start;
  return kind === 'absent' && !text.slice(key.end, span.start).includes(':');
}

/** Completes the state fields that the server at the offset lacks. */
function completeKeys(fixture: Fixture, offset: number, options: Options): Completions | undefined {
  const place = keyPlaceAt(fixture, offset);
  if (place === undefined || place.object.shape !== 'server') return undefined;
  const { object, within } = place;
  const subject = subjectsOf(fixture, options)(object);
  const other = keyInUse(object.fields);
  const missing = FIELDS.filter(({ name }) => object.fields[name] === undefined);
  const items = missing.flatMap(({ name }) => {
    const candidate = candidatesFor(name, subject)[0];
    if (candidate === undefined) return [];
    const key = keyBeside(name, other);
    const written = write(candidate, place.style, within);
    const quote = escapeWithin(place.ownQuote, within);
    if (written === undefined || quote === undefined) return [];
    const value = place.hasValue ? '' : `${place.separator}${written}${place.comma}`;
    return [
      {
        ...describe(candidate, subject),
        kind: 'property' as const,
        label: key,
        detail: String(candidate.value),
        text: `${quote}${key}${quote}${value}`,
        filter: place.quote === '' ? key : `${quote}${key}${quote}`,
      },
    ];
  });
  return items.length === 0 ? undefined : { items, span: place.span };
}

/** Completes a server for each status of the cloud in force, where only a server can be. */
function completeServers(fixture: Fixture, offset: number, options: Options): Completions | undefined {
  const slot = serverSlotAt(fixture, offset);
  if (slot === undefined) return undefined;
  const { say } = options;
  const choice = pickCloud(fixture, options).of({ span: slot.word });
  const items = statusChoices(choice.cloud).map(({ status, meaning, pairs }) => {
    const server = { ...newServer(choice.cloud, { status, pair: pairs[0] ?? null }, ID), name: NAME };
    const label = `${choice.cloud.id}-server-${status.toLowerCase().replaceAll('_', '-')}`;
    return {
      kind: 'server' as const,
      label,
      detail: status,
      markdown: `${prose(meaning)}\n\n${explainCloud(say, choice)}`,
      text: asSnippet(fixture, slot.isEmpty ? { server } : server, slot.word.start) + slot.gap,
      filter: label,
    };
  });
  return { items, span: slot.word };
}

/** The placeholders, in the order of the Tab key. */
const NAME = placeholder(1, 'server-1');
const ID = placeholder(2, '00000000-0000-4000-8000-000000000001');

function placeholder(order: number, text: string): string {
  return `\${${order}:${text}}`;
}

/** Returns a server as a snippet. VS Code converts its tabs to the editor's indentation. */
function asSnippet({ text, language: { notation, hasLines } }: Fixture, server: object, at: number): string {
  if (hasLines) return JSON.stringify(server);
  if (notation === 'json') return JSON.stringify(server, null, '\t');
  // Editors indent further lines like the first one, but a dash is no indentation.
  const dash = text.slice(lineStart(text, at), at).trimStart();
  const lines = stringify(server, { version: '1.1', lineWidth: 0 }).trimEnd();
  return lines.replaceAll('\n', `\n${' '.repeat(dash.length)}`);
}

/**
 * Removes the candidates that cannot be written: a block scalar holds only text, and an empty one has no line to write
 * on. A YAML tag allows only its own type.
 */
function writable(fixture: Fixture, field: Field, candidates: Candidate[]): Candidate[] {
  const { style, span } = field;
  if (style !== 'block') return candidates.filter(({ value }) => allowsTag(fixture, field, value));
  return span.start === span.end ? [] : candidates.filter(({ value }) => typeof value === 'string');
}

/** Returns an existing state key of the server, so that new keys get its prefix. */
function keyInUse(fields: Subject['object']['fields']): string {
  const used = FIELDS.find(({ name, isExtended }) => isExtended && fields[name] !== undefined);
  return (used && fields[used.name]?.keyText) ?? 'OS-EXT-STS:vm_state';
}

/** Returns the quote that a value starts with, as it is escaped in the surrounding strings; empty for none. */
function quoteAt(text: string, start: number, within: Field['within']): string {
  const quotes = ['"', "'"].flatMap((quote) => escapeWithin(quote, within) ?? []);
  return quotes.find((quote) => text.startsWith(quote, start)) ?? '';
}

function valueSpan({ text }: Fixture, field: Field, offset: number): { span: Span; style: Style } {
  const { start, end } = field.span;
  if (start === end) return { span: { start: offset, end: offset }, style: field.style };
  const quote = quoteAt(text, start, field.within);
  // An unclosed string extends to the end of its line, but only the text before the cursor belongs to the value.
  const isClosed = end >= start + 2 * quote.length && text.slice(start, end).endsWith(quote);
  if (field.kind !== 'open' || quote === '' || isClosed) return { span: { start, end }, style: field.style };
  const style = typeof field.style === 'string' ? (quote.endsWith("'") ? 'single' : 'double') : field.style;
  return { span: { start, end: offset }, style };
}

function write({ value }: Candidate, style: Style, within: Field['within']): string | undefined {
  return typeof value === 'number' ? String(value) : literal(value, { style, within });
}

function describe(
  { meaning, fit }: Candidate,
  { say, choice }: Subject,
): { detail: string; markdown: string } {
  return { detail: fit, markdown: `${prose(meaning)}\n\n${explainCloud(say, choice)}` };
}
