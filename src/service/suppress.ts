import type { Fixture } from '../fixture';
import { type Directive, directivesOf } from './directives';
import { lineAt, lineStarts } from './lines';
import type { Finding } from './types';

/** What silencing comments leave of the findings, and which comments did not silence anything. */
export interface Suppressed {
  readonly findings: Finding[];
  /** All silencing comments of the file. */
  readonly directives: readonly Directive[];
  readonly unused: readonly Directive[];
}

/** Takes out the findings that a comment of the file silences. */
export function suppress(fixture: Fixture, findings: readonly Finding[]): Suppressed {
  const directives = directivesOf(fixture);
  if (directives.length === 0) return { findings: [...findings], directives, unused: [] };
  const starts = lineStarts(fixture.text);
  const onLine = lineDirectives(directives);
  const blocks = directives.filter(({ verb }) => !LINE_VERBS.has(verb));
  const used = new Set(directives.filter((directive) => endsSilence(directive, blocks)));
  const left = findings.filter(({ rule, span }) => {
    const line = lineAt(starts, span.start);
    const silencer =
      onLine.get(line)?.find((directive) => speaksOf(directive, rule)) ?? blockAt(blocks, rule, line);
    if (silencer) used.add(silencer);
    return silencer === undefined;
  });
  return { findings: left, directives, unused: directives.filter((directive) => !used.has(directive)) };
}

const LINE_VERBS: ReadonlySet<Directive['verb']> = new Set(['disable-line', 'disable-next-line']);

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

/** The directive for the file or a block that silences a rule on a line. */
function blockAt(directives: readonly Directive[], rule: string, line: number): Directive | undefined {
  let block: Directive | undefined;
  for (const directive of directives) {
    if (!speaksOf(directive, rule)) continue;
    if (directive.verb === 'disable-file') return directive;
    if (directive.lastLine > line) continue;
    block = directive.verb === 'enable' ? undefined : (block ?? directive);
  }
  return block;
}

function speaksOf({ codes }: Directive, rule: string): boolean {
  return codes.length === 0 || codes.some(({ text }) => text === rule);
}

/** True for an `enable` behind a `disable` of a rule that it speaks of, too. */
function endsSilence({ verb, codes, firstLine }: Directive, blocks: readonly Directive[]): boolean {
  if (verb !== 'enable') return false;
  return blocks.some(
    (other) =>
      other.verb === 'disable' &&
      other.firstLine <= firstLine &&
      (codes.length === 0 || other.codes.length === 0 || codes.some(({ text }) => speaksOf(other, text))),
  );
}
