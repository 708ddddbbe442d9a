import {
  CustomExecution,
  EventEmitter,
  type ExtensionContext,
  type Pseudoterminal,
  Task,
  TaskScope,
  tasks,
  workspace,
} from 'vscode';
import { sayFindings, saySummary } from '../../service';
import { spellOut } from '../../words';
import { say } from '../language';
import type { WorkspaceFindings } from './workspace-findings';

const TYPE = 'server-status';

/**
 * Registers the task that checks the workspace, for `tasks.json`. It sets the diagnostics itself, so its output needs
 * no problem matcher; `$server-status` is for tasks that run the command line.
 */
export function registerTask({ subscriptions }: ExtensionContext, found: WorkspaceFindings): void {
  const make = (definition = { type: TYPE }) => {
    const execution = new CustomExecution(async () => terminalFor(found));
    return new Task(definition, TaskScope.Workspace, say('check the workspace'), TYPE, execution, []);
  };
  subscriptions.push(
    tasks.registerTaskProvider(TYPE, {
      provideTasks: () => [make()],
      // VS Code requires the same definition object that it passed.
      resolveTask: ({ definition }) => make(definition as { type: typeof TYPE }),
    }),
  );
}

/** Returns a terminal that runs the check and ends with the command line's exit code. */
function terminalFor(found: WorkspaceFindings): Pseudoterminal {
  const written = new EventEmitter<string>();
  const closed = new EventEmitter<number>();
  let isClosed = false;
  return {
    onDidWrite: written.event,
    onDidClose: closed.event,
    async open() {
      const isDone = await found.check({ report: () => {}, isCancelled: () => isClosed });
      for (const line of isDone ? linesOn(found) : [say('The check was ended early.')])
        written.fire(`${spellOut(line)}\r\n`);
      const { errors, skipped } = found.summary();
      closed.fire(skipped > 0 || !isDone ? 2 : errors > 0 ? 1 : 0);
    },
    close() {
      isClosed = true;
    },
  };
}

function linesOn(found: WorkspaceFindings): string[] {
  const files = found.reports().flatMap(({ uri, severities, skipped }) => {
    const path = workspace.asRelativePath(uri);
    if (skipped !== undefined) return [`${path}: ${skipped}`];
    return severities.length > 0 ? [`${path}: ${sayFindings(say, severities.length)}`] : [];
  });
  return [...files, saySummary(say, found.summary())];
}
