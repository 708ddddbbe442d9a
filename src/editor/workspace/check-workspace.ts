import {
  type CancellationToken,
  commands,
  type Disposable,
  type ExtensionContext,
  ProgressLocation,
  window,
} from 'vscode';
import { type Summary, sayFiles, sayFindings, sayServers, saySummary } from '../../service';
import { sayAll, sayTogether } from '../../words';
import { say } from '../language';
import type { Served } from '../served';
import { workspaceFolders } from './find-fixtures';
import { watchFiles } from './watch-files';
import { type Progress, WorkspaceFindings } from './workspace-findings';

/** The context key that is true after a check. It shows the view of servers and the commands that need it. */
const CHECKED_KEY = 'serverStatus.workspaceChecked';

/** The milliseconds between two progress reports. */
const PACE = 100;

/** Registers the workspace's findings, with the commands that check and clear them. */
export function registerCheckWorkspace(context: ExtensionContext, served: Served): WorkspaceFindings {
  const found = new WorkspaceFindings(served);
  let watching: Disposable | undefined;
  context.subscriptions.push(
    found,
    { dispose: () => watching?.dispose() },
    found.onDidChange(() => {
      if (found.isChecked === (watching !== undefined)) return;
      commands.executeCommand('setContext', CHECKED_KEY, found.isChecked);
      watching?.dispose();
      watching = found.isChecked ? watchFiles(found, served) : undefined;
    }),
    commands.registerCommand('serverStatus.checkWorkspace', (token?: CancellationToken) =>
      checkWorkspace(found, token),
    ),
    commands.registerCommand('serverStatus.clearWorkspaceFindings', () => found.clear()),
  );
  return found;
}

/**
 * Checks the workspace and reports the summary.
 *
 * @param token cancels the check, in addition to the button in the notification.
 * @returns the summary; undefined if there is no workspace or the check was cancelled.
 */
async function checkWorkspace(
  found: WorkspaceFindings,
  token: CancellationToken | undefined,
): Promise<Summary | undefined> {
  const isDone = await checkInSight(found, token);
  if (isDone === undefined) return undefined;
  const summary = found.summary();
  sayEnd(summary, isDone);
  return isDone ? summary : undefined;
}

/**
 * Checks the workspace with a progress notification and a cancel button.
 *
 * @returns true if the check was completed; undefined if there is no workspace, which is reported.
 */
export async function checkInSight(
  found: WorkspaceFindings,
  token?: CancellationToken,
): Promise<boolean | undefined> {
  if (workspaceFolders().length === 0) {
    window.showInformationMessage(say('Open a folder first; the fixtures in it are checked.'));
    return undefined;
  }
  return window.withProgress(
    {
      location: ProgressLocation.Notification,
      title: say('Checking the servers of the workspace'),
      cancellable: true,
    },
    (progress, button) => {
      let [told, percent] = [0, 0];
      return found.check({
        isCancelled: () => button.isCancellationRequested || token?.isCancellationRequested === true,
        report: (state) => {
          // The increments add up, so skipped reports lose nothing.
          if (Date.now() - told < PACE) return;
          told = Date.now();
          const now = (state.done / state.files) * 100;
          progress.report({ message: sayProgress(state), increment: now - percent });
          percent = now;
        },
      });
    },
  );
}

function sayProgress({ done, files, servers, findings }: Progress): string {
  const of = say('{done} of {files}', { done, files: sayFiles(say, files) });
  return sayAll(say, [of, sayServers(say, servers), sayFindings(say, findings)]);
}

async function sayEnd(summary: Summary, isDone: boolean): Promise<void> {
  const all = saySummary(say, summary);
  const ended = isDone ? undefined : say('The check was ended early.');
  const log = say('Show Log');
  if ((await window.showInformationMessage(sayTogether(say, ended, all), log)) === log)
    commands.executeCommand('serverStatus.showLog');
}
