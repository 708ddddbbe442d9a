import { type ExtensionContext, Uri, workspace } from 'vscode';
import { pageLanguage } from './html';

/** The scheme of the pages in a browser. There the extension's files are web pages, which would open in a new tab. */
const SCHEME = 'server-status-docs';

/** The page of a rule. It comes with the extension, so that it opens without a network, and inside the editor. */
export function rulePage({ extensionUri }: ExtensionContext, rule: string): Uri {
  const folder = pageLanguage() === 'zh-cn' ? 'docs/zh-cn' : 'docs';
  const path = `/${folder}/rules/${rule}.md`;
  const isOnWeb = /^https?$/.test(extensionUri.scheme);
  return isOnWeb ? Uri.from({ scheme: SCHEME, path }) : Uri.joinPath(extensionUri, path);
}

/** Lets the editor read the pages in a browser. */
export function registerRulePages({ extensionUri, subscriptions }: ExtensionContext): void {
  subscriptions.push(
    workspace.registerTextDocumentContentProvider(SCHEME, {
      async provideTextDocumentContent({ path }) {
        return new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(extensionUri, path)));
      },
    }),
  );
}
