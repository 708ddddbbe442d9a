import { type FileExplanation, positionsIn, type Span } from '../../service';
import { type Say, sayData } from '../../words';

/** Formats the explanation of a file as lines of text: `path:line:column: what, and why`. */
export function formatExplanation(
  say: Say,
  path: string,
  text: string,
  explanation: FileExplanation,
): string {
  const positionOf = positionsIn(text);
  const placeOf = ({ start }: Span) => {
    const { line, column } = positionOf(start);
    return `${path}:${line}:${column}`;
  };
  const { servers, leftAlone, strings, skipped, isReport, broken } = explanation;
  const lines = [
    ...servers.map(({ span, says, cloud, because, evidence }) => {
      const held = { server: says, cloud, reason: because };
      const said =
        evidence === undefined
          ? say('{server}; checked against {cloud}: {reason}', held)
          : say('{server}; checked against {cloud}: {reason} at {place}', {
              ...held,
              place: placeOf(evidence),
            });
      return `${placeOf(span)}: ${said}`;
    }),
    ...leftAlone.map(({ span, reason }) => `${placeOf(span)}: ${say('skipped: {reason}', { reason })}`),
    ...(strings > 0 ? [`${path}: ${sayStrings(say, strings)}`] : []),
    ...(broken === undefined ? [] : [`${placeOf(broken)}: ${say('cannot be parsed')}`]),
    ...(isReport
      ? [`${path}: ${say('a report from server-status check; its servers belong to other files')}`]
      : []),
    ...(skipped === null ? [] : [`${path}: ${sayData(say, skipped)}`]),
  ];
  if (lines.length === 0) lines.push(`${path}: ${say('no server, and nothing that looks like one')}`);
  return `${lines.join('\n')}\n`;
}

function sayStrings(say: Say, count: number): string {
  return say(
    count === 1 ? 'found in {count} string or code block' : 'found in {count} strings or code blocks',
    { count },
  );
}
