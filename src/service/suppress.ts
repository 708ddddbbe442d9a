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
  const used = new Set<Directive>();
  const left = findings.filter((finding) => {
    const line = lineAt(starts, finding.span.start);
    const silencer = silencerOf(directives, finding, line, used);
    if (silencer) used.add(silencer);
    return silencer === undefined;
  });
  return { findings: left, directives, unused: directives.filter((directive) => !used.has(directive)) };
}

/** The directive that silences a finding on this line; marks an `enable` as used where it ends a silence. */
function silencerOf(
  directives: readonly Directive[],
  { rule }: Finding,
  line: number,
  used: Set<Directive>,
): Directive | undefined {
  let silencer: Directive | undefined;
  let block: Directive | undefined;
  for (const directive of directives) {
    if (directive.codes.length > 0 && !directive.codes.some(({ text }) => text === rule)) continue;
    switch (directive.verb) {
      case 'disable-file':
        silencer ??= directive;
        break;
      case 'disable-line':
        if (directive.firstLine <= line && line <= directive.lastLine) silencer ??= directive;
        break;
      case 'disable-next-line':
        if (directive.lastLine + 1 === line) silencer ??= directive;
        break;
      case 'disable':
        if (directive.lastLine <= line) block ??= directive;
        break;
      case 'enable':
        if (directive.lastLine > line || block === undefined) break;
        used.add(directive);
        block = undefined;
        break;
    }
  }
  return silencer ?? block;
}
