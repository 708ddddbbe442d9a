/** How many places have a diagnostic: a server's status is one place, and may fail more than one rule. */
export function wrongPlaces(diagnostics) {
  return new Set(diagnostics.map(({ range: { start } }) => `${start.line}:${start.character}`)).size;
}
