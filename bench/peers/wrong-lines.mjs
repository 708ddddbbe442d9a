/** How many lines have a diagnostic: one line holds one server's status, which may fail more than one rule. */
export function wrongLines(diagnostics) {
  return new Set(diagnostics.map(({ range }) => range.start.line)).size;
}
