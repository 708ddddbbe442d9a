/** Guesses VS Code's language id of a text whose file name has no known ending. */
export function languageByText(text: string): string {
  return /^\uFEFF?\s*[[{]/.test(text) ? 'jsonc' : 'yaml';
}
