import type { Span } from '../fixture';
import { knownTo } from '../mapping';
import { subjectsOf } from './judge/subject';
import { DEFAULT_OPTIONS, type Options } from './options';
import type { Fixture } from './recognise/types';

/**
 * Returns the spans of the statuses that their servers' clouds know, without quotes, in text order. Grammars colour the
 * other values, but only a check can tell whether a `status` is a server's.
 */
export function knownStatuses(fixture: Fixture, options: Options = DEFAULT_OPTIONS): Span[] {
  const toSubject = subjectsOf(fixture, options);
  const spans = fixture.servers.flatMap((object): Span[] => {
    const field = object.fields.status;
    if (field === undefined || field.origin !== undefined || field.sealed) return [];
    const { cloud, status } = toSubject(object);
    if (status === undefined || !knownTo(cloud, 'status', status)) return [];
    const { start, end } = field.span;
    const at = fixture.text.indexOf(status, start);
    // A value with escapes is written differently, so it is not found.
    return at >= 0 && at + status.length <= end ? [{ start: at, end: at + status.length }] : [];
  });
  return spans.sort((a, b) => a.start - b.start);
}
