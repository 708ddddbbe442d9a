import { type ExtensionContext, Uri, workspace } from 'vscode';
import { pageLanguage } from './html';

/**
 * The scheme of the rules' pages. The editor shows what has it as a page and not as Markdown source
 * (`workbench.editorAssociations` in package.json); in a browser, where the extension's files are web pages, they would
 * open in a new tab besides.
 */
const SCHEME = 'server-status-docs';

/** The page of a rule. It comes with the extension, so that it opens without a network, and inside the editor. */
export function rulePage(rule: string): Uri {
  const folder = pageLanguage() === 'zh-cn' ? 'docs/zh-cn' : 'docs';
  return Uri.from({ scheme: SCHEME, path: `/${folder}/rules/${rule}.md` });
}

/** Lets the editor read the pages. */
export function registerRulePages({ extensionUri, subscriptions }: ExtensionContext): void {
  subscriptions.push(
    workspace.registerTextDocumentContentProvider(SCHEME, {
      async provideTextDocumentContent({ path }) {
        return new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(extensionUri, path)));
      },
    }),
  );
}
