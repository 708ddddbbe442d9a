/** A section under a heading of the second level. */
export function section(heading: string, text: string): string {
  return `## ${heading}\n\n${text}`;
}

/** A table; its cells are Markdown without line ends. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
  return [line(head), `|${'---|'.repeat(head.length)}\n`, ...rows.map(line)].join('');
}

/** A list, a line an item. */
export function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}\n`).join('');
}
