/** VS Code's language id for a text of a file whose name says nothing. */
export function languageByText(text: string): string {
  return /^\uFEFF?\s*[[{]/.test(text) ? 'jsonc' : 'yaml';
}
