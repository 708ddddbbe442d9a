import {
  commands,
  type ExtensionContext,
  Selection,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
} from 'vscode';
import { editorInFront } from './editor-in-front';
import { explanationPage } from './explanation-page';
import { say } from './language';
import { SHOW_PLACE } from './place-links';
import type { Served } from './served';

/** Registers `serverStatus.explainFile`: opens a page that explains what is checked in the file, and why. */
export function registerExplainFile(context: ExtensionContext, served: Served): void {
  let panel: WebviewPanel | undefined;
  context.subscriptions.push(
    { dispose: () => panel?.dispose() },
    commands.registerCommand('serverStatus.explainFile', async () => {
      const document = editorInFront()?.document;
      if (document === undefined) {
        await window.showInformationMessage(say('No file is open to explain.'));
        return;
      }
      const page = await explanationPage(document, served);
      panel ??= openPanel(() => {
        panel = undefined;
      });
      panel.title = say('{file}, explained', { file: document.uri.path.split('/').at(-1) ?? '' });
      panel.webview.html = page;
      panel.reveal(undefined, true);
    }),
    commands.registerCommand(SHOW_PLACE, showPlace),
  );
}

function openPanel(onClosed: () => void): WebviewPanel {
  const panel = window.createWebviewPanel(
    'serverStatus.explanation',
    '',
    { viewColumn: ViewColumn.Beside, preserveFocus: true },
    { enableCommandUris: [SHOW_PLACE], localResourceRoots: [] },
  );
  panel.onDidDispose(onClosed);
  return panel;
}

/** Follows a link of the page to a place in a file. Uses the editor that already shows the file, if there is one. */
async function showPlace(uri: string, line: number, character: number): Promise<void> {
  const place = Uri.parse(uri);
  const shown = window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === place.toString(),
  );
  await window.showTextDocument(place, {
    viewColumn: shown?.viewColumn ?? ViewColumn.One,
    selection: new Selection(line, character, line, character),
  });
}
