import { type EmbeddedText, itemsOf } from '../../../src/fixture';
import { check, type Finding, type Fixture } from '../../../src/service';
import type { ServerObject } from '../../../src/service/recognise/types';

/** Everything that a fixture says, as JSON. */
export function said(fixture: Fixture): string {
  const { names, marks, broken, clouds, likenessOf, alone, isDivisible, blocks, ...rest } = fixture;
  const objects = [...fixture.servers, ...fixture.leftAlone];
  const all = {
    ...rest,
    names: objects.map((object) => names()(object)),
    marks: Object.values(marks()).map(itemsOf),
    // After an error, the whole text can have more of them.
    isBroken: broken().length > 0,
    findings: check(fixture).map(findingSaid),
  };
  return JSON.stringify(all, (key, value) => {
    if (key === 'clouds') return undefined;
    if (key === 'cloud' && typeof value === 'object') return value.id;
    if (value?.shape !== undefined) return objectSaid(value);
    return value?.maps === undefined ? value : { ...value, maps: placesIn(value) };
  });
}

/** Everything that a finding says, also what it computes on demand. */
function findingSaid(finding: Finding): unknown {
  const { rule, severity, cloud, message, span, server, expected, related, remedies, object, home } = finding;
  return { rule, severity, cloud, message, span, server, expected, related, remedies, object, home };
}

/** Everything that an object says, also what it computes on demand. Likenesses depend on the order of reading. */
function objectSaid(object: ServerObject & { readonly reason?: string }): unknown {
  const { span, fields, notation, container, embedded, within, home, sealed, torn, isUnfinished } = object;
  const { shape, number, reason } = object;
  const read = { span, fields, notation, container, embedded, within, home, sealed, torn, isUnfinished };
  return { kind: shape, number, reason, ...read };
}

/** Where some code units of a text in a string are, and back. */
function placesIn({ text, maps, span }: EmbeddedText): unknown {
  const offsets = Array.from({ length: text.length / 5 + 1 }, (_, i) => 5 * i);
  return [
    maps.length,
    offsets.map((at) => maps.reduce((place, map) => map.startOf(place), at)),
    offsets.map((at) => maps.reduce((place, map) => map.endOf(place), at)),
    offsets.map((at) => maps.at(-1)?.contentAt(Math.min(span.start + at, span.end))),
  ];
}
