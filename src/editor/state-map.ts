import { commands, type ExtensionContext, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { PageState } from '../webview/messages';
import { say } from './language';
import type { Served } from './served';
import { StateMapView } from './state-map-view';

const TYPE = 'serverStatus.stateMap';

/** Registers `serverStatus.showStateMap`: shows a diagram of a cloud's states that follows the server at the cursor. */
export function registerStateMap(context: ExtensionContext, served: Served): void {
  let view: StateMapView | undefined;
  const open = (panel: WebviewPanel, picked: string) => {
    const made = new StateMapView(panel, context.extensionUri, served, picked);
    view = made;
    panel.onDidDispose(() => {
      made.dispose();
      if (view === made) view = undefined;
    });
  };
  context.subscriptions.push(
    { dispose: () => view?.panel.dispose() },
    commands.registerCommand('serverStatus.showStateMap', () => {
      if (view !== undefined) view.panel.reveal();
      else open(window.createWebviewPanel(TYPE, say('State Map'), ViewColumn.Beside), '');
    }),
    window.registerWebviewPanelSerializer(TYPE, {
      async deserializeWebviewPanel(panel, state: PageState | undefined) {
        view?.panel.dispose();
        open(panel, typeof state?.picked === 'string' ? state.picked : '');
      },
    }),
  );
}
