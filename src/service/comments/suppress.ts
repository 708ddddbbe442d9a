import type { Directive } from '../../fixture';
import { lineAt, lineStarts } from '../../fixture';
import type { Fixture } from '../recognise/types';
import type { Finding } from '../types';

/** What silencing comments leave of the findings, and which comments did not silence anything. */
export interface Suppressed {
  readonly findings: Finding[];
  readonly unused: readonly Directive[];
}

/** Takes out the findings that a comment of the file silences. */
export function suppress(fixture: Fixture, findings: readonly Finding[]): Suppressed {
  const directives = fixture.directives.silencing;
  if (directives.length === 0) return { findings: [...findings], unused: [] };
  const starts = lineStarts(fixture.text);
  const onLine = lineDirectives(directives);
  const blocks = directives.filter(({ verb }) => !LINE_VERBS.has(verb));
  const ofRule = new Map<string, Silences>();
  const used = endsOfSilence(blocks);
  const left = findings.filter(({ rule, span, home = span.start }) => {
    const line = lineAt(starts, span.start);
    const silences = ofRule.get(rule) ?? silencesOf(blocks, rule);
    ofRule.set(rule, silences);
    // No comment can stand inside a string: one at its beginning speaks for all of it.
    const silencer =
      [line, lineAt(starts, home)]
        .flatMap((own) => onLine.get(own) ?? [])
        .find((directive) => speaksOf(directive, rule)) ?? silences.by[lineAt(silences.lines, line)];
    if (silencer) used.add(silencer);
    return silencer === undefined;
  });
  return { findings: left, unused: directives.filter((directive) => !used.has(directive)) };
}

const LINE_VERBS: ReadonlySet<Directive['verb']> = new Set(['disable-line', 'disable-next-line']);

/** Where silence begins and ends: from `lines[i]` on `by[i]` silences, or nothing does. */
interface Silences {
  readonly lines: number[];
  readonly by: (Directive | undefined)[];
}

/** The directives for single lines, by the lines that they silence. */
function lineDirectives(directives: readonly Directive[]): ReadonlyMap<number, Directive[]> {
  const onLine = new Map<number, Directive[]>();
  for (const directive of directives) {
    if (!LINE_VERBS.has(directive.verb)) continue;
    const next = directive.verb === 'disable-next-line';
    const first = next ? directive.lastLine + 1 : directive.firstLine;
    const last = next ? first : directive.lastLine;
    for (let line = first; line <= last; line += 1)
      onLine.set(line, [...(onLine.get(line) ?? []), directive]);
  }
  return onLine;
}

/** Where a rule is silenced by blocks or for the whole file, and where no longer; in the order of the lines. */
function silencesOf(blocks: readonly Directive[], rule: string): Silences {
  const speaking = blocks.filter((directive) => speaksOf(directive, rule));
  const silences: Silences = { lines: [0], by: [speaking.find(({ verb }) => verb === 'disable-file')] };
  if (silences.by[0]) return silences;
  for (const directive of speaking) {
    const open = silences.by.at(-1);
    if ((directive.verb === 'disable') !== (open === undefined)) continue;
    silences.lines.push(directive.lastLine);
    silences.by.push(open === undefined ? directive : undefined);
  }
  return silences;
}

function speaksOf({ codes }: Directive, rule: string): boolean {
  return codes.length === 0 || codes.some(({ text }) => text === rule);
}

/** The `enable`s behind a `disable` of a rule that they speak of, too. */
function endsOfSilence(blocks: readonly Directive[]): Set<Directive> {
  const ends = new Set<Directive>();
  const disabled = new Set<string>();
  for (const directive of blocks) {
    const codes = directive.codes.length === 0 ? [ALL] : directive.codes.map(({ text }) => text);
    if (directive.verb === 'disable') for (const code of codes) disabled.add(code);
    if (directive.verb !== 'enable' || disabled.size === 0) continue;
    if (disabled.has(ALL) || codes.some((code) => code === ALL || disabled.has(code))) ends.add(directive);
  }
  return ends;
}

/** Stands for every rule where no code is named. */
const ALL = '*';
