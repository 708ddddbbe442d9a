import { commands, Disposable, type TextEditor, Uri, type WebviewPanel, window, workspace } from 'vscode';
import { stateMap, wayOf } from '../map';
import { type Cloud, DEFAULT_CLOUD, deriveStatus } from '../mapping';
import { isStated, type StatedServer, statedServerAt } from '../service';
import type { CellId, FromPage, MarkedServer, ToPage } from '../webview/messages';
import { sayAll } from '../words';
import { editorInFront } from './editor-in-front';
import { findServers } from './find-servers';
import { clouds, say } from './language';
import type { Served } from './served';
import { stateMapPage } from './state-map-page';

/** How long the cursor must rest, in milliseconds. */
const DELAY = 100;

/** Available in every host of the extension: Node and web workers. */
declare const crypto: { randomUUID(): string };

/** The server at the cursor with its position. */
interface Here {
  readonly uri: string;
  readonly offset: number;
  readonly server: StatedServer | undefined;
  readonly clouds: ReadonlyMap<string, Cloud>;
  /** The cloud that a server here is checked against. */
  readonly cloud: Cloud;
}

/** Shows the state map in its panel: follows the cursor and handles the page's messages. */
export class StateMapView implements Disposable {
  private editor: TextEditor | undefined = editorInFront();
  private here: Here | undefined;
  /** The map and the list of clouds that the page shows. */
  private shown: { cloud: Cloud; list: string } | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners: Disposable;

  constructor(
    readonly panel: WebviewPanel,
    extension: Uri,
    private readonly served: Served,
    private picked: string,
  ) {
    const dist = Uri.joinPath(extension, 'dist');
    panel.webview.options = { enableScripts: true, localResourceRoots: [dist] };
    this.listeners = Disposable.from(
      panel.webview.onDidReceiveMessage((message: FromPage) =>
        served.guard('state map', () => this.receive(message)),
      ),
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.follow(textEditor)),
      window.onDidChangeActiveTextEditor((editor) => this.follow(editor)),
      window.onDidChangeVisibleTextEditors(() => this.follow(undefined)),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document === this.editor?.document) this.refresh();
      }),
      served.onDidChange(() => this.refresh()),
    );
    panel.webview.html = stateMapPage(panel.webview, dist, crypto.randomUUID());
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.listeners.dispose();
  }

  /** Follows an editor. While the map has the focus, no editor is active: follows the previous one while visible. */
  private follow(editor: TextEditor | undefined): void {
    if (editor !== undefined) this.editor = editor;
    else if (!this.editor || !window.visibleTextEditors.includes(this.editor)) this.editor = editorInFront();
    this.refresh();
  }

  private refresh(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.served.guard('state map', () => this.update()), DELAY);
  }

  private async update(): Promise<void> {
    const { editor } = this;
    const here = await hereOf(editor, this.served);
    // Another file may have become active meanwhile.
    if (editor !== this.editor) return;
    this.here = here;
    const cloud = here.clouds.get(this.picked) ?? here.cloud;
    const all = [...here.clouds.values()].map(({ id, title }) => ({ id, title }));
    // The picked cloud may be a custom cloud that the current file does not have.
    const picked = here.clouds.has(this.picked) ? this.picked : '';
    // Compared by content: each file with a config has a new list object.
    const list = JSON.stringify([all, picked]);
    if (this.shown?.cloud !== cloud || this.shown.list !== list) {
      this.shown = { cloud, list };
      this.send({ type: 'map', map: stateMap(say, cloud), clouds: all, picked });
    }
    this.send({ type: 'server', server: here.server ? markedServer(here.server, cloud) : null });
  }

  private send(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }

  private async receive(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        // A hidden page starts from scratch when it is shown again.
        this.shown = undefined;
        return this.update();
      case 'pick':
        this.picked = message.cloud;
        return this.update();
      case 'find':
        return this.find(message.cell);
      case 'set': {
        if (this.here?.server === undefined) return;
        const { uri, offset } = this.here;
        await commands.executeCommand('serverStatus.setServerState', { uri, offset, state: message.state });
      }
    }
  }

  private async find({ vmState, status }: CellId): Promise<void> {
    const cloud = this.shown?.cloud;
    if (cloud === undefined) return;
    const state = sayAll(say, [vmState ?? say('any other vm_state'), status]);
    const title = say('Servers in the open files: {state}', { state });
    await findServers(title, this.served, (server) => {
      if (!isStated(server)) return false;
      const marked = markedServer(server, cloud);
      return marked.row === vmState && marked.status === status;
    });
  }
}

/** Returns the server at the cursor of an editor, with its clouds. */
async function hereOf(editor: TextEditor | undefined, served: Served): Promise<Here> {
  const nova = clouds.get(DEFAULT_CLOUD) as Cloud;
  const open = editor && (await served.open(editor.document));
  if (editor === undefined || open === undefined) {
    const folder = workspace.workspaceFolders?.[0]?.uri;
    const found = folder && (await served.configs.nearestIn(folder));
    return { uri: '', offset: 0, server: undefined, clouds: found?.config.clouds ?? clouds, cloud: nova };
  }
  const { document, selection } = editor;
  const { fixture, options } = open;
  const offset = document.offsetAt(selection.active);
  const server = statedServerAt(fixture, offset, options);
  const cloud =
    server?.cloud ?? options.clouds.get(options.cloud) ?? options.clouds.get(DEFAULT_CLOUD) ?? nova;
  return { uri: document.uri.toString(), offset, server, clouds: options.clouds, cloud };
}

/** Returns the data with which a cloud's map marks a server. */
function markedServer(server: StatedServer, cloud: Cloud): MarkedServer {
  const { says, vmState, taskState } = server;
  const heldTo = { id: server.cloud.id, title: server.cloud.title };
  const { status } = deriveStatus(cloud, vmState, taskState);
  const name = Object.hasOwn(cloud.vmStateAliases, vmState)
    ? (cloud.vmStateAliases[vmState] ?? vmState)
    : vmState;
  const row = Object.hasOwn(cloud.vmStates, name) ? name : null;
  return { says, heldTo, vmState: name, row, status, way: wayOf(say, cloud, name, taskState) };
}
