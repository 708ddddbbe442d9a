import { Disposable, FileType, type Uri, workspace } from 'vscode';
import { endingsOf, isOneOf } from '../../service/files';
import type { Served } from '../served';
import { servedLanguages } from '../settings';
import type { WorkspaceFindings } from './workspace-findings';

/** How long changes have to rest, in milliseconds: a checkout changes many files at once. */
const REST = 250;

/** How much has to be looked at again: the files that changed, the search for new ones too, or everything. */
type Extent = 'changed' | 'new' | 'all';

/**
 * Keeps the findings of a workspace that was checked true: as files are changed, made, renamed and deleted on the disk, opened,
 * typed in and closed, and as settings and config files change.
 */
export function watchFiles(found: WorkspaceFindings, served: Served): Disposable {
  const watcher = workspace.createFileSystemWatcher('**/*');
  const changed = new Map<string, Uri>();
  const gone = new Map<string, Uri>();
  let extent: Extent = 'changed';
  let timer: ReturnType<typeof setTimeout> | undefined;

  const update = async () => {
    // What somebody waits for is not to be overtaken.
    if (found.isBusy) return soon(extent);
    const [uris, now] = [[...changed.values()], extent];
    found.forget([...gone.values()]);
    changed.clear();
    gone.clear();
    extent = 'changed';
    if (now === 'all') await found.check();
    else {
      for (const uri of uris) await found.update(uri);
      if (now === 'new') await found.findNew();
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
 * True for a new file that a search would look at, and for a new folder: of one that was moved here VS Code tells, and not of
 * what stands in it.
 */
async function mayHoldFixtures(uri: Uri): Promise<boolean> {
  // Git's own files come and go all the time.
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
