import { type ExtensionContext, languages, type TextDocument, window, workspace } from 'vscode';
import { explainFile } from '../service';
import { sayAll } from '../words';
import type { ConfigFiles } from './config-files';
import type { FixtureCache } from './fixture-cache';
import { say, sayCount } from './language';
import { optionsFor } from './options';
import { isServed } from './served-documents';
import { isEnabled } from './settings';

/** How long typing has to rest, in milliseconds. */
const REST = 300;

/** Says in the language status which cloud the file in front is held to and why; a click picks another. */
export function registerCloudStatus(
  context: ExtensionContext,
  fixtures: FixtureCache,
  configs: ConfigFiles,
): void {
  const item = languages.createLanguageStatusItem('serverStatus.cloud', []);
  item.name = 'Server Status';
  item.command = { command: 'serverStatus.selectCloud', title: say('Change') };
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const update = async () => {
    clearTimeout(waiting);
    const document = window.activeTextEditor?.document;
    const status = document && (await statusOf(document, fixtures, configs));
    if (document !== window.activeTextEditor?.document) return;
    // A file without servers is none of ours.
    item.selector = status && document ? { language: document.languageId, scheme: document.uri.scheme } : [];
    item.text = status?.text ?? '';
    item.detail = status?.detail ?? '';
  };
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
    workspace.onDidChangeConfiguration(updateSoon),
    configs.onDidChange(updateSoon),
  );
  update();
}

async function statusOf(
  document: TextDocument,
  fixtures: FixtureCache,
  configs: ConfigFiles,
): Promise<{ text: string; detail: string } | undefined> {
  if (!isServed(document) || !isEnabled(document)) return undefined;
  const { options, ignored } = await optionsFor(document, configs);
  const { servers } = explainFile(fixtures.get(document), options);
  if (servers.length === 0) return undefined;
  const clouds = [...new Set(servers.map(({ cloud }) => cloud))];
  const reasons = [...new Set(servers.map(({ because }) => because))];
  const findings = languages.getDiagnostics(document.uri).filter(({ source }) => source === 'server-status');
  const [only, another] = reasons;
  const reason = ignored
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
