import { type ExtensionContext, languages, type TextDocument, window, workspace } from 'vscode';
import { explainFile } from '../service';
import { sayAll } from '../words';
import { say, sayCount } from './language';
import type { Served } from './served';

/** How long typing has to rest, in milliseconds. */
const REST = 300;

/** Says in the language status which cloud the file in front is checked against and why; a click picks another. */
export function registerCloudStatus(context: ExtensionContext, served: Served): void {
  const item = languages.createLanguageStatusItem('serverStatus.cloud', []);
  item.name = 'Server Status';
  item.command = { command: 'serverStatus.selectCloud', title: say('Change') };
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const tell = async () => {
    clearTimeout(waiting);
    const document = window.activeTextEditor?.document;
    const status = document && (await statusOf(document, served));
    if (document !== window.activeTextEditor?.document) return;
    // A file without servers is none of ours.
    item.selector = status && document ? { language: document.languageId, scheme: document.uri.scheme } : [];
    item.text = status?.text ?? '';
    item.detail = status?.detail ?? '';
  };
  const update = () => served.guard('language status', tell);
  const updateSoon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(update, REST);
  };

  context.subscriptions.push(
    item,
    { dispose: () => clearTimeout(waiting) },
    window.onDidChangeActiveTextEditor(update),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document === window.activeTextEditor?.document) updateSoon();
    }),
    languages.onDidChangeDiagnostics(updateSoon),
    served.onDidChange(updateSoon),
  );
  update();
}

async function statusOf(
  document: TextDocument,
  served: Served,
): Promise<{ text: string; detail: string } | undefined> {
  const { fixture, options, refusal, isIgnored } = await served.look(document);
  if (refusal !== undefined && !isIgnored) return undefined;
  const { servers } = explainFile(fixture, options);
  if (servers.length === 0) return undefined;
  const clouds = [...new Set(servers.map(({ cloud }) => cloud))];
  const reasons = [...new Set(servers.map(({ because }) => because))];
  const findings = languages.getDiagnostics(document.uri).filter(({ source }) => source === 'server-status');
  const [only, another] = reasons;
  const reason = isIgnored
    ? say('left out by the config file')
    : another === undefined
      ? (only ?? '')
      : say('server by server');
  return {
    text: sayAll(say, clouds),
    detail: say('{servers}, {findings} · {reason}', {
      servers: sayCount(servers.length, '{count} server', '{count} servers'),
      findings: sayCount(findings.length, '{count} finding', '{count} findings'),
      reason,
    }),
  };
}
