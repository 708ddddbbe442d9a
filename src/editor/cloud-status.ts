import {
  type Command,
  type ExtensionContext,
  LanguageStatusSeverity,
  languages,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { brokenPlace, explainClouds, sayFindings, sayServers } from '../service';
import { sayAll } from '../words';
import { say } from './language';
import type { Look, Served } from './served';

/** The milliseconds without typing after which the status is updated. */
const REST = 300;

/** The content of the language status item, with the command that a click runs. */
interface Status {
  readonly text: string;
  readonly detail: string;
  readonly severity: LanguageStatusSeverity;
  readonly command: Command;
}

/** Shows in the language status which cloud the active file is checked against, and the number of findings. */
export function registerCloudStatus(context: ExtensionContext, served: Served): void {
  const item = languages.createLanguageStatusItem('serverStatus.cloud', []);
  item.name = 'Server Status';
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const tell = async () => {
    clearTimeout(waiting);
    const document = window.activeTextEditor?.document;
    const status = document && (await statusOf(document, served));
    // The user may have switched to another file while this one was read.
    if (document !== window.activeTextEditor?.document) return;
    // A file without servers gets no status item.
    item.selector = status && document ? { language: document.languageId, scheme: document.uri.scheme } : [];
    item.text = status?.text ?? '';
    item.detail = status?.detail ?? '';
    item.severity = status?.severity ?? LanguageStatusSeverity.Information;
    item.command = status?.command;
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

/** Returns the status of a document, or undefined if it has no server or is not served. */
async function statusOf(document: TextDocument, served: Served): Promise<Status | undefined> {
  const look = await served.look(document);
  if (look.isTooLarge) return tooLarge(look);
  if (look.refusal !== undefined && !look.isIgnored) return undefined;
  const { fixture, options } = look;
  const { servers } = fixture;
  const broken = brokenPlace(fixture);
  if (servers.length === 0 && broken === undefined) return undefined;
  const explained = explainClouds(fixture, options);
  const clouds = [...new Set(explained.map(({ cloud }) => cloud))];
  const reasons = [...new Set(explained.map(({ because }) => because))];
  const [only, another] = reasons;
  const line = broken && document.positionAt(broken.start).line + 1;
  return {
    text: clouds.length === 0 ? say('No server') : sayAll(say, clouds),
    // The popup is narrow, so it shows only the essentials. The command's tooltip gives the reasons.
    detail: [counts(document, look, servers.length), line && say('line {line} cannot be parsed', { line })]
      .filter((part) => part !== undefined)
      .join(' · '),
    severity: line === undefined ? LanguageStatusSeverity.Information : LanguageStatusSeverity.Warning,
    command: {
      command: 'serverStatus.selectCloud',
      title: say('Change'),
      tooltip: another === undefined ? (only ?? '') : sayAll(say, reasons),
    },
  };
}

function counts({ uri }: TextDocument, { isIgnored }: Look, servers: number): string {
  const findings = languages.getDiagnostics(uri).filter(({ source }) => source === 'server-status');
  const told = say('{servers}, {findings}', {
    servers: sayServers(say, servers),
    findings: sayFindings(say, findings.length),
  });
  return isIgnored ? `${told} · ${say('the config file ignores it')}` : told;
}

/** Returns the status of a file that is too large to be read, with a link to the setting. */
function tooLarge({ refusal = '' }: Look): Status {
  const setting = 'serverStatus.maxFileSize';
  return {
    text: say('Not checked'),
    detail: refusal,
    severity: LanguageStatusSeverity.Warning,
    command: {
      command: 'workbench.action.openSettings',
      title: say('Open the setting'),
      arguments: [setting],
      tooltip: setting,
    },
  };
}
