import { type QuickPickItem, type QuickPickOptions, window } from 'vscode';

/**
 * Asks for one of several things.
 *
 * A page such as the state map gets the focus back when the palette closes, and may take it from a question that is
 * open by then: such a question waits to be answered instead of closing.
 *
 * @returns undefined when the person turned away.
 */
export function ask<T extends QuickPickItem>(
  items: readonly T[],
  options: QuickPickOptions,
): Thenable<T | undefined> {
  return window.showQuickPick(items, { ...options, ignoreFocusOut: window.activeTextEditor === undefined });
}
