import {
  type EmbeddedText,
  type Field,
  type FixtureObject,
  type Gathered,
  holdsServers,
  type KeyName,
  NOTIFIED,
  type Reading,
} from '../../fixture';
import type { Cloud } from '../../mapping';
import { classify } from './classify';
import { settleLoose } from './loose';
import { classifyNotification, isNotification, toldStates } from './notification';
import { isPlaceholder } from './placeholder';
import type { Fields, Fixture, LeftAlone, LeftAloneReason, ServerObject, Shape } from './types';
import { type Vocabulary, vocabularyOf } from './vocabulary';

/** An object and what to think of it; null for one that nobody would mistake for a server. */
interface Judged {
  readonly verdict: 'server' | LeftAloneReason | null;
  readonly object: ServerObject;
}

/**
 * Tells the servers of a text from what only looks like one.
 *
 * @param clouds those in force, custom ones included: a value that one of them has makes a server.
 */
export function recognise(reading: Reading, clouds: ReadonlyMap<string, Cloud>): Fixture {
  const words = vocabularyOf(clouds);
  const servers: ServerObject[] = [];
  const leftAlone: LeftAlone[] = [];
  const numberOf = numbering();
  for (const object of reading.objects) {
    for (const { verdict, object: told } of judge(object, words)) {
      if (verdict === null) continue;
      if (verdict !== 'server') leftAlone.push({ ...told, reason: verdict });
      else if (told.torn) leftAlone.push({ ...told, reason: told.torn });
      else
        servers.push(told.sealed ? { ...told, number: numberOf(told.sealed.text, told.span.start) } : told);
    }
  }
  // A string counts for what stands in it, and for the strings in it.
  const told = new Set<EmbeddedText | undefined>();
  for (const { embedded } of servers) told.add(embedded);
  for (const { embedded } of leftAlone) told.add(embedded);
  const maps = new Set([...told].flatMap((text) => text?.maps ?? []));
  const strings = reading.strings.filter(({ maps: [own] }) => own !== undefined && maps.has(own));
  return { ...reading, strings, servers, leftAlone, clouds };
}

function judge(object: FixtureObject, words: Vocabulary): Judged[] {
  const { container } = object;
  const gathered = withOpenValues(object.fields);
  if (isNotification(gathered, container)) {
    return toldStates(gathered).map((told) => {
      const notification = toServer(object, told.shape, told.fields);
      return { verdict: classifyNotification(notification, words), object: notification };
    });
  }
  const fields = withoutNotified(gathered);
  const server = toServer(object, 'server', settleLoose(fields, words));
  return [{ verdict: isEmpty(fields) ? nothingIn(container) : classify(server, words), object: server }];
}

/** Copies property by property: a spread is ten times slower, and there are many objects. */
function toServer(object: FixtureObject, shape: Shape, fields: Fields): ServerObject {
  const { span, notation, container, embedded, within, home, sealed, torn } = object;
  return { shape, fields, span, notation, container, embedded, within, home, sealed, torn };
}

function nothingIn(container: string): 'no-state' | null {
  return holdsServers(container) ? 'no-state' : null;
}

// Most objects need no change, and copying each one would take as long as everything else here.

/** The fields of a server, without what notifications alone say. */
function withoutNotified(gathered: Gathered): Fields {
  if (!NOTIFIED.some(({ name }) => gathered[name] !== undefined)) return gathered;
  const { state, oldState, oldTaskState, newTaskState, ...fields } = gathered;
  return fields;
}

/** The fields, with placeholders as open values: what stands there, the file does not say. */
function withOpenValues(fields: Gathered): Gathered {
  let opened: { [name in KeyName]?: Field } | undefined;
  for (const name in fields) {
    const field = fields[name as KeyName];
    if (field?.kind !== 'string' || !isPlaceholder(field.text)) continue;
    opened ??= { ...fields };
    opened[name as KeyName] = { ...field, kind: 'open' };
  }
  return opened ?? fields;
}

function isEmpty(fields: Fields): boolean {
  for (const _ in fields) return false;
  return true;
}

/** Numbers the servers in the Base64 of a string, from 1. Their strings come in order, one by one. */
function numbering(): (text: string, start: number) => number {
  let counts = new Map<string, number>();
  let string = -1;
  return (text, start) => {
    if (start !== string) counts = new Map();
    string = start;
    const number = (counts.get(text) ?? 0) + 1;
    counts.set(text, number);
    return number;
  };
}
