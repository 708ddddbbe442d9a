import { nameOf } from './recognise/names';
import type { Fixture } from './recognise/types';
import type { Finding } from './types';

/**
 * What a finding is known by when its file changes elsewhere: its rule, cloud, field, the server's name and the server's
 * values. Moving the server or reordering its keys changes none of them. For a comment, its words.
 */
export function fingerprintParts(fixture: Fixture, finding: Finding): readonly (string | number | null)[] {
  const { rule, cloud, server, object, span } = finding;
  if (object === undefined) return [rule, cloud, fixture.text.slice(span.start, span.end)];
  const field = Object.entries(object.fields).find(
    ([, { span: value, key }]) => value === span || key === span,
  );
  const values = Object.entries(server)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return [rule, cloud, field?.[0] ?? null, nameOf(fixture, object) ?? null, ...values.flat()];
}
