import { type QuickPickItem, type QuickPickOptions, window } from 'vscode';

/**
 * Shows a list to choose from.
 *
 * When the palette closes, a webview such as the state map gets the focus back, which would close the next list. If no
 * editor is active, the list therefore stays open until it is answered.
 *
 * @returns undefined if the user cancels.
 */
export function ask<T extends QuickPickItem>(
  items: readonly T[],
  options: QuickPickOptions,
): Thenable<T | undefined> {
  return window.showQuickPick(items, { ...options, ignoreFocusOut: window.activeTextEditor === undefined });
}
