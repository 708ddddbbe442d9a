import { env, l10n } from 'vscode';

/** Escapes a text for HTML content or a double-quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** Returns the language of our pages: English if there is no translation for VS Code's display language. */
export function pageLanguage(): string {
  return l10n.bundle === undefined ? 'en' : env.language;
}
