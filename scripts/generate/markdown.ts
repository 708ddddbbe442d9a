/** Returns a section with a second-level heading. */
export function section(heading: string, text: string): string {
  return `## ${heading}\n\n${text}`;
}

/** Returns a table. Cells are Markdown without line breaks. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
  return [line(head), `|${'---|'.repeat(head.length)}\n`, ...rows.map(line)].join('');
}

/** Returns a list with one line per item. */
export function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}\n`).join('');
}
