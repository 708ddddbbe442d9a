import { FIELDS, type Field, keyBeside, type Span, type Style } from '../fixture';
import { prose } from '../words';
import { type Candidate, candidatesFor } from './judge/candidates';
import { explainCloud } from './judge/explain';
import { subjectsOf } from './judge/subject';
import type { Subject } from './judge/types';
import { DEFAULT_OPTIONS, type Options } from './options';
import { keyPlaceAt } from './places/key-place';
import { placeAt } from './places/place';
import type { Fixture } from './recognise/types';
import { escapeWithin, literal } from './write/value';

/** One entry of a completion list. */
export interface Completion {
  readonly kind: 'value' | 'property';
  readonly label: string;
  /** How the value fits its siblings, in a few words. */
  readonly detail: string;
  readonly markdown: string;
  /** What replaces {@link Completions.span}. */
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
 * Completes at an offset: the values of a field, or the fields that a server still lacks, with the right value.
 *
 * @returns undefined where the offset is neither at a field's value nor where a server's key could stand.
 */
export function complete(
  fixture: Fixture,
  offset: number,
  options: Options = DEFAULT_OPTIONS,
): Completions | undefined {
  const place = placeAt(fixture, offset);
  if (place?.on === 'value') {
    const subject = subjectsOf(fixture, options)(place.object);
    const { within } = place.field;
    const { span, style } = valueSpan(fixture, place.field, offset);
    const quote = quoteAt(fixture.text, span.start, within);
    const blank = fixture.text[span.start - 1] === ':' ? ' ' : '';
    const items = writable(place.field, candidatesFor(place.name, subject)).map((candidate) => {
      const label = String(candidate.value);
      return {
        ...describe(candidate, subject),
        kind: 'value' as const,
        label,
        text: blank + write(candidate, style, within),
        filter: `${quote}${label}${quote}`,
      };
    });
    return items.length === 0 ? undefined : { items, span };
  }
  return completeKeys(fixture, offset, options);
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
    const json = object.notation === 'json';
    const quote = escapeWithin(json ? '"' : place.quote, within);
    const value = place.hasValue
      ? ''
      : `: ${write(candidate, json ? 'json' : 'plain', within)}${place.comma}`;
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

/** Inside a block scalar everything is text, and an empty one has no line to write on. */
function writable({ style, span }: Field, candidates: Candidate[]): Candidate[] {
  if (style !== 'block') return candidates;
  return span.start === span.end ? [] : candidates.filter(({ value }) => typeof value === 'string');
}

/** A state's key that the server has already, for the others to be like. */
function keyInUse(fields: Subject['object']['fields']): string {
  const used = FIELDS.find(({ name, isExtended }) => isExtended && fields[name] !== undefined);
  return (used && fields[used.name]?.keyText) ?? 'OS-EXT-STS:vm_state';
}

/** The quote that a value begins with, as it is written in the strings around it; empty for none. */
function quoteAt(text: string, start: number, within: Field['within']): string {
  const quotes = ['"', "'"].map((quote) => escapeWithin(quote, within));
  return quotes.find((quote) => text.startsWith(quote, start)) ?? '';
}

function valueSpan({ text }: Fixture, field: Field, offset: number): { span: Span; style: Style } {
  if (field.kind === 'absent') return { span: { start: offset, end: offset }, style: field.style };
  const { start, end } = field.span;
  const quote = quoteAt(text, start, field.within);
  // A string that is not closed runs to the end of its line; what stands behind the cursor is not its own.
  const isClosed = end >= start + 2 * quote.length && text.slice(start, end).endsWith(quote);
  if (field.kind !== 'open' || quote === '' || isClosed) return { span: { start, end }, style: field.style };
  return { span: { start, end: offset }, style: quote.endsWith("'") ? 'single' : 'double' };
}

function write({ value }: Candidate, style: Style, within: Field['within']): string {
  return typeof value === 'number' ? String(value) : literal(value, { style, within });
}

function describe(
  { meaning, fit }: Candidate,
  { say, choice }: Subject,
): { detail: string; markdown: string } {
  return { detail: fit, markdown: `${prose(meaning)}\n\n${explainCloud(say, choice)}` };
}
