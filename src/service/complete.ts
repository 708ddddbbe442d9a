import { stringify } from 'yaml';
import { FIELDS, type Field, keyBeside, type Span, type Style } from '../fixture';
import { statusChoices } from '../mapping';
import { prose } from '../words';
import { type Candidate, candidatesFor } from './judge/candidates';
import { explainCloud } from './judge/explain';
import { pickCloud } from './judge/pick-cloud';
import { subjectsOf } from './judge/subject';
import type { Subject } from './judge/types';
import { DEFAULT_OPTIONS, type Options } from './options';
import { keyPlaceAt } from './places/key-place';
import { placeAt } from './places/place';
import { serverSlotAt } from './places/server-slot';
import type { Fixture } from './recognise/types';
import { newServer } from './write/new-server';
import { allowsTag, escapeWithin, literal } from './write/value';

/** One entry of a completion list. */
export interface Completion {
  readonly kind: 'value' | 'property' | 'server';
  readonly label: string;
  /** How the value fits its siblings, in a few words. */
  readonly detail: string;
  readonly markdown: string;
  /** What replaces {@link Completions.span}; of a server a snippet, with its name and id to fill in. */
  readonly text: string;
  /** What the text typed so far is compared with; it begins with a quote where that text does. */
  readonly filter: string;
}

/** The entries for a place, best first, and the stretch of text that the chosen one replaces. */
export interface Completions {
  readonly items: readonly Completion[];
  readonly span: Span;
}

/**
 * Completes at an offset: the values of a field, the fields that a server still lacks, with the right value, or whole
 * servers.
 *
 * @returns undefined where neither a field's value nor a server's key nor a server could stand.
 */
export function complete(
  fixture: Fixture,
  offset: number,
  options: Options = DEFAULT_OPTIONS,
): Completions | undefined {
  const place = placeAt(fixture, offset);
  if (place?.on === 'value' && !isBareKey(fixture, place.field)) {
    const subject = subjectsOf(fixture, options)(place.object);
    const { within } = place.field;
    const { span, style } = valueSpan(fixture, place.field, offset);
    const quote = quoteAt(fixture.text, span.start, within);
    const blank = fixture.text[span.start - 1] === ':' ? ' ' : '';
    // A comment needs one in front of it.
    const gap = fixture.text[span.end] === '#' && within === undefined ? ' ' : '';
    const items = writable(fixture, place.field, candidatesFor(place.name, subject)).flatMap((candidate) => {
      const label = String(candidate.value);
      const written = write(candidate, style, within);
      if (written === undefined) return [];
      return [
        {
          ...describe(candidate, subject),
          kind: 'value' as const,
          label,
          text: blank + written + gap,
          filter: `${quote}${label}${quote}`,
        },
      ];
    });
    return items.length === 0 ? undefined : { items, span };
  }
  return completeServers(fixture, offset, options) ?? completeKeys(fixture, offset, options);
}

/** True for a key without a value and without the colon that would set one off. */
function isBareKey({ text }: Fixture, { kind, key, span }: Field): boolean {
  return kind === 'absent' && !text.slice(key.end, span.start).includes(':');
}

/** The state fields that the server around the offset lacks. */
function completeKeys(fixture: Fixture, offset: number, options: Options): Completions | undefined {
  const place = keyPlaceAt(fixture, offset);
  if (place === undefined || place.object.shape !== 'server') return undefined;
  const { object, within } = place;
  const subject = subjectsOf(fixture, options)(object);
  const other = keyInUse(object.fields);
  const missing = FIELDS.filter(
    ({ name, kind }) => (kind === 'state' || kind === 'number') && object.fields[name] === undefined,
  );
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

/** A server in each status of the cloud in force, where nothing else could stand. */
function completeServers(fixture: Fixture, offset: number, options: Options): Completions | undefined {
  const slot = serverSlotAt(fixture, offset);
  if (slot === undefined) return undefined;
  const { say } = options;
  const choice = pickCloud(fixture, options)({ span: slot.word });
  const items = statusChoices(choice.cloud).map(({ status, meaning, pairs }) => {
    const server = { ...newServer(choice.cloud, { status, pair: pairs[0] ?? null }, ID), name: NAME };
    const label = `${choice.cloud.id}-server-${status.toLowerCase().replaceAll('_', '-')}`;
    return {
      kind: 'server' as const,
      label,
      detail: status,
      markdown: `${prose(meaning)}\n\n${explainCloud(say, choice)}`,
      text: asSnippet(fixture, slot.isEmpty ? { server } : server) + slot.comma,
      filter: label,
    };
  });
  return { items, span: slot.word };
}

/** What a person fills in, in the order in which it is asked for. */
const NAME = placeholder(1, 'server-1');
const ID = placeholder(2, '00000000-0000-4000-8000-000000000001');

function placeholder(order: number, text: string): string {
  return `\${${order}:${text}}`;
}

/** A server as a snippet: indented by tabs, which the editor makes its own indentation. */
function asSnippet({ language: { notation, hasLines } }: Fixture, server: object): string {
  if (hasLines) return JSON.stringify(server);
  if (notation === 'json') return JSON.stringify(server, null, '\t');
  return stringify(server, { version: '1.1', lineWidth: 0 }).trimEnd();
}

/** Inside a block scalar everything is text, and an empty one has no line to write on. A tag lets its own kind through. */
function writable(fixture: Fixture, field: Field, candidates: Candidate[]): Candidate[] {
  const { style, span } = field;
  if (style !== 'block') return candidates.filter(({ value }) => allowsTag(fixture, field, value));
  return span.start === span.end ? [] : candidates.filter(({ value }) => typeof value === 'string');
}

/** A state's key that the server has already, for the others to be like. */
function keyInUse(fields: Subject['object']['fields']): string {
  const used = FIELDS.find(({ name, isExtended }) => isExtended && fields[name] !== undefined);
  return (used && fields[used.name]?.keyText) ?? 'OS-EXT-STS:vm_state';
}

/** The quote that a value begins with, as it is written in the strings around it; empty for none. */
function quoteAt(text: string, start: number, within: Field['within']): string {
  const quotes = ['"', "'"].flatMap((quote) => escapeWithin(quote, within) ?? []);
  return quotes.find((quote) => text.startsWith(quote, start)) ?? '';
}

function valueSpan({ text }: Fixture, field: Field, offset: number): { span: Span; style: Style } {
  if (field.kind === 'absent') return { span: { start: offset, end: offset }, style: field.style };
  const { start, end } = field.span;
  const quote = quoteAt(text, start, field.within);
  // A string that is not closed runs to the end of its line; what stands behind the cursor is not its own.
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
