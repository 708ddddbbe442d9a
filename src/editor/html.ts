import { env, l10n } from 'vscode';

/** A text in HTML, in an attribute too. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** The language of our pages: where VS Code has no bundle of ours for its own, the texts are English. */
export function pageLanguage(): string {
  return l10n.bundle === undefined ? 'en' : env.language;
}
