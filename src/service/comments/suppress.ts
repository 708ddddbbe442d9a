import type { Directive } from '../../fixture';
import { lineAt, lineStarts } from '../../fixture';
import type { Fixture } from '../recognise/types';
import type { Finding } from '../types';
import { lastJoined } from './joined-lines';

/** The findings that no comment silences, and the comments that silence nothing. */
export interface Suppressed {
  readonly findings: Finding[];
  readonly unused: readonly Directive[];
}

/** Removes the findings that a comment of the file silences. */
export function suppress(fixture: Fixture, findings: readonly Finding[]): Suppressed {
  const directives = fixture.directives.silencing;
  if (directives.length === 0) return { findings: [...findings], unused: [] };
  const starts = lineStarts(fixture.text);
  const speakers = directives.map(speakerOf);
  const onLine = lineSpeakers(speakers, (line) => lastJoined(fixture, starts, line));
  const blocks = speakers.filter(({ directive: { verb } }) => !LINE_VERBS.has(verb));
  const ofRule = new Map<string, Silences>();
  const used = endsOfSilence(blocks);
  const left = findings.filter(({ rule, span, home = span.start }) => {
    const line = lineAt(starts, span.start);
    const silences = ofRule.get(rule) ?? silencesOf(blocks, rule);
    ofRule.set(rule, silences);
    // A string cannot contain comments: one at its start applies to all of it.
    const silencer =
      onLine(line, rule) ??
      onLine(lineAt(starts, home), rule) ??
      silences.by[lineAt(silences.lines, line)]?.directive;
    if (silencer) used.add(silencer);
    return silencer === undefined;
  });
  return { findings: left, unused: directives.filter((directive) => !used.has(directive)) };
}

const LINE_VERBS: ReadonlySet<Directive['verb']> = new Set(['disable-line', 'disable-next-line']);

/** A directive with the rules that it names; with none, it applies to all rules. */
interface Speaker {
  readonly directive: Directive;
  readonly codes: ReadonlySet<string>;
}

function speakerOf(directive: Directive): Speaker {
  return { directive, codes: new Set(directive.codes.map(({ text }) => text)) };
}

/** The lines where silence starts and ends: from `lines[i]` on, `by[i]` silences the rule, or nothing if undefined. */
interface Silences {
  readonly lines: number[];
  readonly by: (Speaker | undefined)[];
}

/**
 * Returns a function that finds the first line directive for a line and rule. Results are cached.
 *
 * @param lastJoinedTo returns the last line of what counts as one line of the language.
 */
function lineSpeakers(
  speakers: readonly Speaker[],
  lastJoinedTo: (line: number) => number,
): (line: number, rule: string) => Directive | undefined {
  const onLine = new Map<number, { speakers: Speaker[]; ofRule: Map<string, Directive | undefined> }>();
  for (const speaker of speakers) {
    const { verb, firstLine, lastLine } = speaker.directive;
    if (!LINE_VERBS.has(verb)) continue;
    const next = verb === 'disable-next-line';
    const first = next ? lastLine + 1 : firstLine;
    const last = next ? lastJoinedTo(first) : lastLine;
    for (let line = first; line <= last; line += 1) {
      const there = onLine.get(line);
      if (there) there.speakers.push(speaker);
      else onLine.set(line, { speakers: [speaker], ofRule: new Map() });
    }
  }
  return (line, rule) => {
    const there = onLine.get(line);
    if (there === undefined) return undefined;
    if (!there.ofRule.has(rule)) {
      there.ofRule.set(rule, there.speakers.find((speaker) => speaksOf(speaker, rule))?.directive);
    }
    return there.ofRule.get(rule);
  };
}

/** Returns where blocks and file comments silence a rule, in line order. */
function silencesOf(blocks: readonly Speaker[], rule: string): Silences {
  const speaking = blocks.filter((speaker) => speaksOf(speaker, rule));
  const silences: Silences = {
    lines: [0],
    by: [speaking.find(({ directive: { verb } }) => verb === 'disable-file')],
  };
  if (silences.by[0]) return silences;
  for (const speaker of speaking) {
    const { verb, lastLine } = speaker.directive;
    const open = silences.by.at(-1);
    if ((verb === 'disable') !== (open === undefined)) continue;
    silences.lines.push(lastLine);
    silences.by.push(open === undefined ? speaker : undefined);
  }
  return silences;
}

function speaksOf({ codes }: Speaker, rule: string): boolean {
  return codes.size === 0 || codes.has(rule);
}

/** Returns the `enable`s after a `disable` of the same rule: they count as used. */
function endsOfSilence(blocks: readonly Speaker[]): Set<Directive> {
  const ends = new Set<Directive>();
  const disabled = new Set<string>();
  for (const { directive, codes: named } of blocks) {
    const codes = named.size === 0 ? [ALL] : [...named];
    if (directive.verb === 'disable') for (const code of codes) disabled.add(code);
    if (directive.verb !== 'enable' || disabled.size === 0) continue;
    if (disabled.has(ALL) || codes.some((code) => code === ALL || disabled.has(code))) ends.add(directive);
  }
  return ends;
}

/** Stands for all rules if no code is named. */
const ALL = '*';
