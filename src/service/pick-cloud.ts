import type { Fixture, FixtureObject, Span } from '../fixture';
import { type Cloud, DEFAULT_CLOUD } from '../mapping';
import { cloudDirective } from './directives';
import type { CloudChoice, Options } from './types';

interface Mark {
  readonly cloud: Cloud;
  readonly text: string;
  readonly span: Span;
  readonly isHost: boolean;
}

/**
 * Prepares the choice of a cloud for each server of a file. First that speaks: a comment in the file, the
 * config file or setting, the evidence in the server itself, the evidence in the rest of the file where it
 * names one cloud only, OpenStack.
 */
export function pickCloud(fixture: Fixture, options: Options): (server: FixtureObject) => CloudChoice {
  const fallback = cloudOf(options, DEFAULT_CLOUD);
  const comment = cloudDirective(fixture);
  const commented = comment && options.clouds.get(comment.cloud);
  if (comment && commented) {
    const evidence = { text: comment.cloud, span: comment.span };
    return () => ({ cloud: commented, by: 'comment', evidence });
  }
  const configured = options.clouds.get(options.cloud);
  if (configured) return () => ({ cloud: configured, by: options.cloudFrom });
  const marks = fixture.servers.length === 0 ? [] : findMarks(fixture.text, options.clouds.values());
  const elsewhere = onlyOne(marks);
  return ({ span }) => {
    const mark =
      onlyOne(marks.filter((other) => span.start <= other.span.start && other.span.end <= span.end)) ??
      elsewhere;
    if (mark === undefined) return { cloud: fallback, by: 'default' };
    return { cloud: mark.cloud, by: 'evidence', evidence: { text: mark.text, span: mark.span } };
  };
}

/** The cloud with this id; the ids of the built-in clouds are always there. */
export function cloudOf(options: Pick<Options, 'clouds'>, id: string): Cloud {
  const cloud = options.clouds.get(id);
  if (cloud === undefined) throw new Error(`There is no cloud called ${id}.`);
  return cloud;
}

/** The first mark of the one cloud that the marks name; a host says more than a key that sister clouds share. */
function onlyOne(marks: readonly Mark[]): Mark | undefined {
  const hosts = marks.filter(({ isHost }) => isHost);
  const speaking = hosts.length > 0 ? hosts : marks;
  return new Set(speaking.map(({ cloud }) => cloud)).size === 1 ? speaking[0] : undefined;
}

function findMarks(text: string, clouds: Iterable<Cloud>): Mark[] {
  const marks: Mark[] = [];
  for (const cloud of clouds) {
    for (const host of cloud.evidence.hosts) {
      for (const span of occurrences(text, host)) {
        if (isHostAt(text, span)) marks.push({ cloud, text: host, span, isHost: true });
      }
    }
    for (const key of cloud.evidence.keys) {
      for (const span of occurrences(text, key.replace(/\*$/, ''))) {
        const whole = keyAt(text, span, key.endsWith('*'));
        if (whole)
          marks.push({ cloud, text: text.slice(whole.start, whole.end), span: whole, isHost: false });
      }
    }
  }
  return marks;
}

function* occurrences(text: string, needle: string): Iterable<Span> {
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) {
    yield { start: at, end: at + needle.length };
  }
}

/** True where a host name ends here: nothing of a longer name on either side, but for a name below the host. */
function isHostAt(text: string, { start, end }: Span): boolean {
  return !/[\w-]/.test(text[start - 1] ?? '') && !/^([\w-]|\.\w)/.test(text.slice(end, end + 2));
}

/** The whole key at this place, when it stands as a key: a colon behind it, escaped quotes allowed. */
function keyAt(text: string, { start, end }: Span, isPrefix: boolean): Span | undefined {
  if (/[\w:.-]/.test(text[start - 1] ?? '')) return undefined;
  const rest = /^[\w:.-]*/.exec(text.slice(end, end + 100))?.[0] ?? '';
  // A plain YAML key runs into its colon.
  const name = rest.replace(/:+$/, '');
  if (!isPrefix && name !== '') return undefined;
  const behind = text.slice(end + name.length, end + name.length + 20);
  return /^(\\*["'])?\s*:/.test(behind) ? { start, end: end + name.length } : undefined;
}
