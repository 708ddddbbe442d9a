import { type Literal, type Scan, scanAt } from './literal';
import { HOLE } from './place';

/** What stands between two strings that are joined. */
const BETWEEN = /(?:[\s+.\\()]|\/\/[^\n]*|\/\*[\s\S]*?\*\/|#(?!["#])[^\n]*)+/y;

/**
 * Reads the strings that are joined at a place of a program, by the rules of their language.
 *
 * @param from where the first one begins. @param to where the last one has to end.
 * @param splice an expression that may stand between two.
 * @returns what they hold, with a sign for every expression.
 */
export function contentOf(
  program: string,
  from: number,
  to: number,
  forms: readonly Literal[],
  splice?: string,
): string {
  const scans = forms.map(scanOf);
  const parts: string[] = [];
  for (let at = from; at < to; ) {
    const scanned = scans.map((scan) => scanAt(program, at, scan)).find((one) => one !== undefined);
    const isSplice = splice !== undefined && program.startsWith(splice, at);
    BETWEEN.lastIndex = at;
    const between = BETWEEN.exec(program)?.[0].length ?? 0;
    if (isSplice) {
      parts.push(HOLE);
      at += splice.length;
    } else if (scanned) {
      parts.push(scanned.text);
      at = scanned.end;
    } else if (between > 0) at += between;
    else throw new Error(`no string at ${at}: ${program.slice(at, at + 40)} in ${program}`);
    if (at > to) throw new Error(`a string goes on behind ${to} in ${program}`);
  }
  return parts.join('');
}

/** The scanner of a form that knows its expressions. */
function scanOf({ scan, holes, interpolates }: Literal): Scan {
  if (!interpolates) return scan;
  const expressions = holes.map(
    (hole) => [new RegExp(hole.replace(/[^\w]/g, '\\$&'), 'y'), () => HOLE] as const,
  );
  return { ...scan, pieces: [...expressions, ...(scan.pieces ?? [])] };
}
