import { type Field, type FieldName, type Fixture, isJson, keyOf, prefixOf, type Span } from '../fixture';
import { type Candidate, candidatesFor } from './candidates';
import { DEFAULT_OPTIONS } from './check';
import { explainChoice, sourceLinks } from './explain';
import { keyPlaceAt } from './key-place';
import { placeAt } from './place';
import { subjectsOf } from './subject';
import type { Options, Subject } from './types';
import { literal } from './write-value';

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
    const { span, style } = valueSpan(fixture, place.field, offset);
    const quote = /["']/.exec(fixture.text[span.start] ?? '')?.[0] ?? '';
    const blank = fixture.text[span.start - 1] === ':' ? ' ' : '';
    const items = writable(place.field, candidatesFor(place.name, subject)).map((candidate) => {
      const written = write(fixture, candidate, style);
      const label = String(candidate.value);
      return {
        ...describe(candidate, subject),
        kind: 'value' as const,
        label,
        text: blank + written,
        filter: quote === '' ? label : `${quote}${label}${quote}`,
      };
    });
    return items.length === 0 ? undefined : { items, span };
  }
  return completeKeys(fixture, offset, options);
}

/** The state fields that the server around the offset lacks. */
function completeKeys(fixture: Fixture, offset: number, options: Options): Completions | undefined {
  const place = keyPlaceAt(fixture, offset);
  if (place === undefined) return undefined;
  const { object } = place;
  const subject = subjectsOf(fixture, options)(object);
  const prefix = prefixInUse(object.fields);
  const missing = (['status', 'vmState', 'taskState', 'powerState'] as FieldName[]).filter(
    (name) => object.fields[name] === undefined,
  );
  const items = missing.flatMap((name) => {
    const candidate = candidatesFor(name, subject)[0];
    if (candidate === undefined) return [];
    const key = keyOf(name, prefix);
    const json = isJson(fixture.languageId);
    const quote = json ? '"' : place.quote;
    const value = place.hasValue
      ? ''
      : `: ${write(fixture, candidate, json ? 'json' : 'plain')}${place.comma}`;
    return [
      {
        ...describe(candidate, subject),
        kind: 'property' as const,
        label: key,
        detail: String(candidate.value),
        text: `${quote}${key}${quote}${value}`,
        filter: place.quote === '' ? key : `${place.quote}${key}${place.quote}`,
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

function prefixInUse(fields: Subject['object']['fields']): string {
  const state = fields.vmState ?? fields.taskState ?? fields.powerState;
  return state === undefined ? 'OS-EXT-STS:' : prefixOf(state.keyText);
}

function valueSpan(
  { text, languageId }: Fixture,
  field: Field,
  offset: number,
): { span: Span; style: typeof field.style } {
  if (field.kind === 'absent') {
    return { span: { start: offset, end: offset }, style: isJson(languageId) ? 'json' : 'plain' };
  }
  const { start, end } = field.span;
  const first = text[start];
  // A string that is not closed runs to the end of its line; what stands behind the cursor is not its own.
  const quoted = first === '"' || first === "'";
  const open = field.kind === 'open' && quoted && (end === start + 1 || text[end - 1] !== first);
  if (!open) return { span: { start, end }, style: field.style };
  return { span: { start, end: offset }, style: first === "'" ? 'single' : 'double' };
}

function write(fixture: Fixture, { value }: Candidate, style: Parameters<typeof literal>[2]): string {
  return typeof value === 'number' ? String(value) : literal(fixture, value, style);
}

function describe(
  { meaning, fit }: Candidate,
  { choice, cloud }: Subject,
): { detail: string; markdown: string } {
  return { detail: fit, markdown: `${meaning}\n\n${explainChoice(choice)} · ${sourceLinks(cloud)}` };
}
