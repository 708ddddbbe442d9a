import { type ExtensionContext, Uri } from 'vscode';

/** The page of a rule. It comes with the extension, so that it opens without a network. */
export function rulePage(context: ExtensionContext, rule: string): Uri {
  return Uri.joinPath(context.extensionUri, 'docs', 'rules', `${rule}.md`);
}
