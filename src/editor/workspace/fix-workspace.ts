import { commands, type ExtensionContext, Position, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { fixAll, lineStarts } from '../../service';
import { say } from '../language';
import { rangeIn } from '../ranges';
import type { Served } from '../served';
import { checkInSight } from './check-workspace';
import { readFile } from './read-file';
import type { WorkspaceFindings } from './workspace-findings';

/** The scheme of a file that does not exist. Its name tells the user what to do with the edits. */
const NOTE = 'server-status-note';

/** Registers `serverStatus.fixWorkspace`: previews and applies the fixes of all fixtures that need no decision. */
export function registerFixWorkspace(
  { subscriptions }: ExtensionContext,
  served: Served,
  found: WorkspaceFindings,
): void {
  subscriptions.push(
    // The user may tick or open that file.
    workspace.registerTextDocumentContentProvider(NOTE, { provideTextDocumentContent: () => '' }),
    commands.registerCommand('serverStatus.fixWorkspace', async () => {
      // Checks first, as files may have changed since the last check.
      if (!(await checkInSight(found))) return;
      const edit = await editFor(found, served);
      if (edit.size > 0) await workspace.applyEdit(edit, { isRefactoring: true });
      else window.showInformationMessage(say('Nothing in the workspace can be fixed without asking you.'));
    }),
  );
}

/** Returns all fixes as one edit, which VS Code previews. */
async function editFor(found: WorkspaceFindings, served: Served): Promise<WorkspaceEdit> {
  const edit = new WorkspaceEdit();
  for (const { uri, severities } of found.reports())
    if (severities.length > 0) await addFixes(edit, uri, served);
  askFirst(edit);
  return edit;
}

/**
 * Makes VS Code preview an edit. VS Code previews an edit only if a part needs confirmation, and leaves that part
 * unticked. An empty edit of a file that does not exist is that part, so all real edits stay ticked.
 */
function askFirst(edit: WorkspaceEdit): void {
  if (edit.size === 0) return;
  const label = say('Uncheck what you want to keep unchanged, then apply');
  const nowhere = Uri.from({ scheme: NOTE, path: `/${label}` });
  edit.insert(nowhere, new Position(0, 0), '', { label, needsConfirmation: true });
}

async function addFixes(edit: WorkspaceEdit, uri: Uri, served: Served): Promise<void> {
  const read = await readFile(uri, served);
  if (read === undefined || 'skipped' in read) return;
  const { fixture, options } = read;
  const starts = lineStarts(fixture.text);
  const about = { label: say('Fix all servers'), needsConfirmation: false };
  for (const { offset, length, text } of fixAll(fixture, options).edits)
    edit.replace(uri, rangeIn(starts, { start: offset, end: offset + length }), text, about);
}
