import { commands, EventEmitter, type ExtensionContext, Uri, window, workspace } from 'vscode';
import type { ConfigFiles } from './config-files';
import { explanationPage } from './explanation-page';
import type { FixtureCache } from './fixture-cache';
import { say } from './language';

/** The scheme of the pages that this command shows: they are made when they are read, and stand nowhere. */
const SCHEME = 'server-status-explain';

/** `serverStatus.explainFile`: a page that says what is checked in the open file, what is not, and why. */
export function registerExplainFile(
  context: ExtensionContext,
  fixtures: FixtureCache,
  configs: ConfigFiles,
): void {
  const changed = new EventEmitter<Uri>();
  context.subscriptions.push(
    changed,
    workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: async (page) =>
        explanationPage(await workspace.openTextDocument(Uri.parse(page.query)), fixtures, configs),
    }),
    commands.registerCommand('serverStatus.explainFile', async () => {
      const document = window.activeTextEditor?.document;
      if (document === undefined) {
        await window.showInformationMessage(say('There is no open file to explain.'));
        return;
      }
      const name = document.uri.path.split('/').at(-1) ?? '';
      const page = Uri.from({ scheme: SCHEME, path: `/${name}.md`, query: document.uri.toString() });
      // The editor keeps a page that it has shown before.
      changed.fire(page);
      await showPage(page);
    }),
  );
}

/** Shows a page as Markdown is read; as text where nothing can show it. */
async function showPage(page: Uri): Promise<void> {
  try {
    await commands.executeCommand('markdown.showPreviewToSide', page);
  } catch {
    await window.showTextDocument(page, { preview: true });
  }
}
