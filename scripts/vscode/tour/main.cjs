/**
 * What `npm start` shows first, as an extension beside ours: no address, argument or setting of VS Code opens a
 * walkthrough. On the desktop and in the served VS Code alike.
 */
const { commands, extensions, Uri, workspace } = require('vscode');

const PRODUCT = 'server-status.server-status';

exports.activate = async () => {
  const [folder] = workspace.workspaceFolders ?? [];
  if (folder) await commands.executeCommand('markdown.showPreview', Uri.joinPath(folder.uri, 'README.md'));
  const [walkthrough] = extensions.getExtension(PRODUCT)?.packageJSON.contributes.walkthroughs ?? [];
  // In front of the README and in the same group, so that the example has room beside it.
  if (walkthrough)
    await commands.executeCommand('workbench.action.openWalkthrough', `${PRODUCT}#${walkthrough.id}`, false);
};
