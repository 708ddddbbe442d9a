import { nameOf } from './recognise/names';
import type { Fixture } from './recognise/types';
import type { Finding } from './types';

/**
 * Returns the parts that identify a finding even if its file changes elsewhere: rule, cloud, field, and the server's
 * name and values. They stay the same if the server moves or its keys are reordered. A finding about a comment has the
 * comment's text instead.
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
