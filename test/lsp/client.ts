import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  createConnection,
  createProtocolConnection,
  type InitializeParams,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type {
  CodeAction,
  CodeActionContext,
  CompletionItem,
  Diagnostic,
  Hover,
  InlayHint,
  Range,
} from 'vscode-languageserver-types';
import { languageOf, languageOfLocale } from '../../src/cli/reader-language';
import type { Machine } from '../../src/lsp/machine';
import { serve } from '../../src/lsp/server';
import { pathIn } from '../../src/service/files';

/** The workspace folder of every test. */
export const FOLDER = 'file:///repo';

/** What a test's client can do, and what its files and settings are. */
export interface Setup {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  readonly locale?: string;
  /** Texts of files on disk, by their path. */
  readonly files?: Record<string, string>;
  /** The client's configuration; undefined for a client that keeps none, and null for one that never answers. */
  readonly configuration?: Record<string, unknown> | null;
  /** Other parameters of the first request. */
  readonly params?: Readonly<Record<string, unknown>>;
}

/** What the server sent about a document. */
export interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** A language server's client in the same process, with files that a test can change. */
export class Client {
  readonly published: Published[] = [];
  readonly registered: string[] = [];
  readonly files: Map<string, string>;
  configuration: Record<string, unknown> | null | undefined;
  private readonly connection: ProtocolConnection;
  private waiting: (() => void)[] = [];

  constructor(private readonly setup: Setup) {
    this.files = new Map(Object.entries(setup.files ?? {}));
    this.configuration = setup.configuration;
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
    serve(server, this.machine(), '1.2.3');
    server.listen();
    this.connection = createProtocolConnection(
      new StreamMessageReader(toClient),
      new StreamMessageWriter(toServer),
    );
    this.connection.onNotification('textDocument/publishDiagnostics', (params: Published) => {
      this.published.push(params);
      for (const done of this.waiting.splice(0)) done();
    });
    this.connection.onRequest('workspace/configuration', () =>
      this.configuration === null ? new Promise(() => {}) : [this.configuration],
    );
    this.connection.onRequest('client/registerCapability', ({ registrations }) => {
      this.registered.push(...registrations.map(({ method }: { method: string }) => method));
      return null;
    });
    this.connection.onRequest('workspace/inlayHint/refresh', () => {
      throw new Error('not now');
    });
    this.connection.listen();
  }

  async start() {
    const { capabilities = {}, initializationOptions, locale, configuration } = this.setup;
    const { workspace, ...rest } = capabilities;
    const params: InitializeParams = {
      processId: null,
      rootUri: FOLDER,
      workspaceFolders: [{ uri: FOLDER, name: 'repo' }],
      capabilities: {
        ...rest,
        workspace: { ...workspace, configuration: configuration !== undefined },
      },
      ...(initializationOptions === undefined ? {} : { initializationOptions }),
      ...(locale === undefined ? {} : { locale }),
      ...this.setup.params,
    };
    const result = await this.connection.sendRequest('initialize', params);
    await this.notify('initialized', {});
    return result;
  }

  end(): void {
    this.connection.dispose();
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  open(uri: string, text: string, languageId = 'json'): Promise<void> {
    return this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  change(uri: string, version: number, contentChanges: readonly { range?: Range; text: string }[]) {
    return this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  close(uri: string): Promise<void> {
    return this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  /** Waits for what the server sends about a document, from the beginning or after what was already seen. */
  async diagnostics(uri: string, isMeant: (published: Published) => boolean = () => true) {
    for (;;) {
      const at = this.published.findIndex((published) => published.uri === uri && isMeant(published));
      const [found] = at < 0 ? [] : this.published.splice(at, 1);
      if (found !== undefined) return found.diagnostics;
      await new Promise<void>((done) => this.waiting.push(done));
    }
  }

  hover(uri: string, line: number, character: number): Promise<Hover | null> {
    return this.at('textDocument/hover', uri, line, character);
  }

  complete(uri: string, line: number, character: number): Promise<CompletionItem[] | null> {
    return this.at('textDocument/completion', uri, line, character);
  }

  actions(uri: string, range: Range, only?: string[], diagnostics: Diagnostic[] = []): Promise<CodeAction[]> {
    return this.actionsWith(uri, range, { diagnostics, ...(only === undefined ? {} : { only }) });
  }

  actionsWith(uri: string, range: Range, context: CodeActionContext): Promise<CodeAction[]> {
    return this.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context,
    });
  }

  resolve(action: CodeAction): Promise<CodeAction> {
    return this.connection.sendRequest('codeAction/resolve', action);
  }

  hints(uri: string): Promise<InlayHint[] | null> {
    const range = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
    return this.connection.sendRequest('textDocument/inlayHint', { textDocument: { uri }, range });
  }

  private at<T>(method: string, uri: string, line: number, character: number): Promise<T> {
    return this.connection.sendRequest(method, { textDocument: { uri }, position: { line, character } });
  }

  private machine(): Machine {
    const { files } = this;
    return {
      languageFor: (locale = 'en') => languageOf(languageOfLocale(locale)),
      pathOf: (uri) =>
        uri.startsWith('file://') ? decodeURIComponent(uri.slice('file://'.length)) : undefined,
      uriOf: (path) => `file://${encodeURI(path)}`,
      foldersIn: () => ({
        keyOf: (folder) => folder,
        above: (folder) => (folder === '/' ? undefined : folder.slice(0, folder.lastIndexOf('/')) || '/'),
        isTop: async (folder) => files.has(pathIn(folder, '.git')),
        async read(folder) {
          const text = files.get(pathIn(folder, '.serverstatus.json'));
          return text === undefined ? undefined : { text };
        },
      }),
    };
  }
}

/** Runs a test with a client, and ends it whatever happens. */
export async function withClient(setup: Setup, test: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client(setup);
  try {
    await client.start();
    await test(client);
  } finally {
    client.end();
  }
}

/** A range on one line, from 0. */
export function onLine(line: number, start: number, end = start): Range {
  return { start: { line, character: start }, end: { line, character: end } };
}
