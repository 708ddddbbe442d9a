import { type TextEditor, window } from 'vscode';
import { isServed } from './served-documents';

/**
 * Returns the editor that a command applies to. While a webview such as the state map has the focus, no editor is
 * active; the only visible fixture is used then.
 */
export function editorInFront(): TextEditor | undefined {
  if (window.activeTextEditor) return window.activeTextEditor;
  const [editor, ...others] = window.visibleTextEditors.filter(({ document }) => isServed(document));
  return others.length === 0 ? editor : undefined;
}
