import { type ExtensionContext, Uri, workspace } from 'vscode';
import { pageLanguage } from './html';

/**
 * The scheme of the rules' pages. VS Code shows it as rendered Markdown (`workbench.editorAssociations` in
 * package.json). In a browser, the extension's files are web pages, which would open in a new tab.
 */
const SCHEME = 'server-status-docs';

/** Returns the page of a rule. The extension contains it, so it opens offline and inside the editor. */
export function rulePage(rule: string): Uri {
  const folder = pageLanguage() === 'zh-cn' ? 'docs/zh-cn' : 'docs';
  return Uri.from({ scheme: SCHEME, path: `/${folder}/rules/${rule}.md` });
}

/** Registers the provider that reads the pages. */
export function registerRulePages({ extensionUri, subscriptions }: ExtensionContext): void {
  subscriptions.push(
    workspace.registerTextDocumentContentProvider(SCHEME, {
      async provideTextDocumentContent({ path }) {
        return new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(extensionUri, path)));
      },
    }),
  );
}
