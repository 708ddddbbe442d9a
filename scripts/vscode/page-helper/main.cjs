/**
 * An extension beside ours that does what page tests cannot do from outside. Next to the workspace folder, it writes a
 * file "helps" when it has started, and a file "active" once our extension is active, which it does not activate. It does
 * what a file "request.json" there asks for and then removes that file. A request that fails is tried again.
 */
const { existsSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { setTimeout } = require('node:timers/promises');
const { commands, extensions, languages, Range, Uri, window, workspace } = require('vscode');

/** How often it looks, in milliseconds. */
const INTERVAL = 25;

/** What a window shows when it is new: the files of the folder, and nothing else. */
const AS_NEW = [
  'workbench.action.closeQuickOpen',
  'notifications.clearAll',
  'workbench.action.closePanel',
  'workbench.action.closeAllEditors',
  'workbench.view.explorer',
];

const VERBS = {
  async startOver() {
    // VS Code would ask about a file that is not saved.
    await workspace.saveAll();
    for (const command of AS_NEW) await commands.executeCommand(command);
    // What is closed is forgotten a little later.
    while (languages.getDiagnostics().some(([, found]) => found.length > 0)) await setTimeout(INTERVAL);
  },

  async open({ file }) {
    // A document that an extension opens stays open for minutes after its editor is closed, with its findings.
    await commands.executeCommand('vscode.open', Uri.file(file), { preview: false });
  },

  async goTo({ line, column }) {
    const { document, viewColumn } = window.activeTextEditor ?? window.visibleTextEditors[0];
    const selection = new Range(line - 1, column - 1, line - 1, column - 1);
    await window.showTextDocument(document, { viewColumn, selection });
  },
};

exports.activate = (context) => {
  const home = dirname(workspace.workspaceFolders[0].uri.fsPath);
  const request = join(home, 'request.json');
  writeFileSync(join(home, 'helps'), '');
  let isActive = false;
  let isBusy = false;
  const look = async () => {
    if (!isActive && extensions.getExtension('server-status.server-status')?.isActive) {
      isActive = true;
      writeFileSync(join(home, 'active'), '');
    }
    if (isBusy || !existsSync(request)) return;
    isBusy = true;
    try {
      const { verb, ...rest } = JSON.parse(readFileSync(request, 'utf8'));
      await VERBS[verb](rest);
      rmSync(request);
    } catch (error) {
      console.error(error);
    } finally {
      isBusy = false;
    }
  };
  const timer = setInterval(look, INTERVAL);
  context.subscriptions.push({ dispose: () => clearInterval(timer) });
};
