import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { CLI, ENV, run } from './helpers';

const WRONG = '{"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": "rebooting", "status": "ACTIVE"}';

/** A language server in a process of its own, as an editor runs it. */
class Server {
  readonly process: ChildProcess;
  readonly connection: ProtocolConnection;
  readonly ended: Promise<number | null>;

  constructor(args: readonly string[], env: NodeJS.ProcessEnv = ENV) {
    this.process = spawn(process.execPath, [CLI, ...args], { env, stdio: ['pipe', 'pipe', 'inherit'] });
    const { stdin, stdout } = this.process;
    assert.ok(stdin && stdout);
    this.connection = createProtocolConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    this.ended = new Promise((done) => this.process.on('exit', done));
    this.connection.listen();
  }

  async initialize(folder: string, locale?: string) {
    const uri = pathToFileURL(folder).href;
    const result = await this.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'fixtures' }],
      capabilities: {},
      ...(locale === undefined ? {} : { locale }),
    });
    await this.connection.sendNotification('initialized', {});
    return result as { serverInfo: { name: string; version: string } };
  }

  /** Opens a document and returns the messages of its findings. */
  async messagesOf(file: string, text: string): Promise<unknown[]> {
    const uri = pathToFileURL(file).href;
    const published = new Promise<PublishDiagnosticsParams>((done) =>
      this.connection.onNotification('textDocument/publishDiagnostics', done),
    );
    const textDocument = { uri, languageId: 'json', version: 1, text };
    await this.connection.sendNotification('textDocument/didOpen', { textDocument });
    return (await published).diagnostics.map(({ message }) => message);
  }

  /** Ends the server as an editor does, and returns its exit code. */
  async end(): Promise<number | null> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    return this.ended;
  }
}

describe('server-status lsp', function () {
  this.timeout(60_000);
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'lsp-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('serves an editor from its first word to its last', async () => {
    const server = new Server(['lsp', '--stdio']);
    const { serverInfo } = await server.initialize(folder);
    assert.deepEqual(serverInfo.name, 'server-status');
    assert.match(serverInfo.version, /^\d+\.\d+\.\d+/);
    const [message] = await server.messagesOf(join(folder, 'web 1.json'), WRONG);
    assert.match(String(message), /OpenStack Nova gives "REBOOT"/);
    assert.equal(await server.end(), 0);
  });

  it('reads config files from disk', async () => {
    writeFileSync(join(folder, '.serverstatus.json'), '{ "ignore": ["*.json"] }');
    const server = new Server(['lsp', '--stdio']);
    await server.initialize(folder);
    assert.deepEqual(await server.messagesOf(join(folder, 'web-1.json'), WRONG), []);
    await server.end();
    rmSync(join(folder, '.serverstatus.json'));
  });

  for (const [args, env, locale, isChinese] of [
    [[], ENV, 'zh-CN', true],
    [[], { ...ENV, LC_ALL: 'zh_CN.UTF-8' }, undefined, true],
    [[], { ...ENV, LC_ALL: 'zh_CN.UTF-8' }, 'en-US', false],
    [['--lang', 'en'], ENV, 'zh-CN', false],
  ] as const)
    it(`speaks ${isChinese ? 'Chinese' : 'English'} with ${[env.LC_ALL, ...args].join(' ')} to an editor in ${locale}`, async () => {
      const server = new Server(['lsp', '--stdio', ...args], env);
      await server.initialize(folder, locale);
      const [message] = await server.messagesOf(join(folder, 'web-1.json'), WRONG);
      assert.equal(/[\u4e00-\u9fff]/.test(String(message)), isChinese);
      await server.end();
    });

  it('takes the id of the editor, which some editors add', async () => {
    const server = new Server(['lsp', '--stdio', `--clientProcessId=${process.pid}`]);
    await server.initialize(folder);
    assert.equal(await server.end(), 0);
  });

  it('ends with 1 when the editor goes without a word', async () => {
    const server = new Server(['lsp', '--stdio']);
    await server.initialize(folder);
    server.process.stdin?.end();
    assert.equal(await server.ended, 1);
  });

  for (const args of [[], ['--stdio', 'web-1.json']])
    it(`says how it is called when it is called as lsp ${args.join(' ')}`, () => {
      const { code, out, err } = run(folder, ['lsp', ...args]);
      assert.deepEqual([code, out], [2, '']);
      assert.equal(err, 'server-status: lsp takes --stdio and no arguments: an editor starts it.\n');
    });
});
