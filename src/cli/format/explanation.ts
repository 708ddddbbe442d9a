import { type FileExplanation, lineAt, lineStarts, type Span } from '../../service';

/** A file's explanation as lines of text: `path:line:column: what, and why`. */
export function formatExplanation(path: string, text: string, explanation: FileExplanation): string {
  const starts = lineStarts(text);
  const placeOf = ({ start }: Span) => {
    const line = lineAt(starts, start);
    return `${path}:${line + 1}:${start - (starts[line] ?? 0) + 1}`;
  };
  const { servers, leftAlone, strings, skipped } = explanation;
  const lines = [
    ...servers.map(({ span, says, cloud, because, evidence }) => {
      const where = evidence === undefined ? '' : ` at ${placeOf(evidence)}`;
      return `${placeOf(span)}: ${says}; held to ${cloud}: ${because}${where}`;
    }),
    ...leftAlone.map(({ span, reason }) => `${placeOf(span)}: left alone: ${reason}`),
    ...(strings > 0 ? [`${path}: JSON read in ${strings} ${strings === 1 ? 'string' : 'strings'}`] : []),
    ...(skipped === null ? [] : [`${path}: ${skipped}`]),
  ];
  return `${(lines.length > 0 ? lines : [`${path}: no server, and nothing that looks like one`]).join('\n')}\n`;
}
