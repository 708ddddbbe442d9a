import type { Span } from '../fixture';
import { knownTo } from '../mapping';
import { subjectsOf } from './judge/subject';
import { DEFAULT_OPTIONS, type Options } from './options';
import type { Fixture } from './recognise/types';

/**
 * Where the statuses stand that their servers' clouds have, quotes left out, in the order of the text. The other values
 * are coloured by grammars; a `status` is a server's only where a check has found one.
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
    // A value with an escape in it is not spelled as it is.
    return at >= 0 && at + status.length <= end ? [{ start: at, end: at + status.length }] : [];
  });
  return spans.sort((a, b) => a.start - b.start);
}
