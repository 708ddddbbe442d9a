import { Disposable, FileType, type Uri, workspace } from 'vscode';
import { endingsOf, isOneOf } from '../../service/files';
import type { Served } from '../served';
import { servedLanguages } from '../settings';
import type { WorkspaceFindings } from './workspace-findings';

/** The milliseconds without changes after which files are checked: a checkout changes many files at once. */
const REST = 250;

/** The files to check again: those that changed, also new ones, or all. */
type Extent = 'changed' | 'new' | 'all';

/**
 * Keeps the findings of a checked workspace up to date: when files change on disk or in an editor, and when settings or
 * config files change.
 */
export function watchFiles(found: WorkspaceFindings, served: Served): Disposable {
  const watcher = workspace.createFileSystemWatcher('**/*');
  const changed = new Map<string, Uri>();
  const gone = new Map<string, Uri>();
  let extent: Extent = 'changed';
  let timer: ReturnType<typeof setTimeout> | undefined;

  const update = async () => {
    // Waits for a running check, as the user may be waiting for it.
    if (found.isBusy) return soon(extent);
    const [uris, now] = [[...changed.values()], extent];
    found.forget([...gone.values()]);
    changed.clear();
    gone.clear();
    extent = 'changed';
    if (now === 'all') await found.check();
    else {
      for (const uri of uris) await found.update(uri);
      // A check that the user started meanwhile finds the new files itself; a second search would cancel it.
      if (now === 'new' && !found.isBusy) await found.findNew();
      found.tell();
    }
  };
  const soon = (wanted: Extent) => {
    if (extent !== 'all') extent = wanted === 'changed' ? extent : wanted;
    clearTimeout(timer);
    timer = setTimeout(() => served.guard('workspace', update), REST);
  };
  const one = (uri: Uri) => {
    if (!found.has(uri)) return;
    changed.set(uri.toString(), uri);
    soon('changed');
  };

  return Disposable.from(
    watcher,
    { dispose: () => clearTimeout(timer) },
    watcher.onDidChange((uri) => (isGitIgnore(uri) ? soon('new') : one(uri))),
    watcher.onDidCreate(async (uri) => {
      one(uri);
      if (!found.has(uri) && (await mayHoldFixtures(uri))) soon('new');
    }),
    watcher.onDidDelete((uri) => {
      gone.set(uri.toString(), uri);
      soon(isGitIgnore(uri) ? 'new' : 'changed');
    }),
    workspace.onDidChangeTextDocument(({ document }) => one(document.uri)),
    workspace.onDidOpenTextDocument(({ uri }) => {
      found.leaveToEditor(uri);
      one(uri);
    }),
    workspace.onDidCloseTextDocument(({ uri }) => {
      if (found.has(uri)) served.guard(uri.toString(), () => found.update(uri));
    }),
    workspace.onDidChangeWorkspaceFolders(() => soon('new')),
    served.onDidChange(() => soon('all')),
  );
}

/**
 * Tells whether a new file may contain fixtures. True for a folder: when one is moved here, VS Code does not report the
 * files in it.
 */
async function mayHoldFixtures(uri: Uri): Promise<boolean> {
  // Git changes its files all the time.
  if (uri.path.includes('/.git/')) return false;
  if (isGitIgnore(uri) || isOneOf(endingsOf(servedLanguages()), uri.path)) return true;
  try {
    return (await workspace.fs.stat(uri)).type === FileType.Directory;
  } catch {
    return false;
  }
}

function isGitIgnore({ path }: Uri): boolean {
  return path.endsWith('/.gitignore');
}
