import { type TextEditor, window } from 'vscode';
import { isServed } from './served-documents';

/**
 * The editor that a command is meant for. No editor is active while a page such as the state map has the focus; then
 * it is that of the only fixture on screen.
 */
export function editorInFront(): TextEditor | undefined {
  if (window.activeTextEditor) return window.activeTextEditor;
  const [editor, ...others] = window.visibleTextEditors.filter(({ document }) => isServed(document));
  return others.length === 0 ? editor : undefined;
}
