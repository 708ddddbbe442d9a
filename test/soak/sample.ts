import { existsSync, readdirSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { languages, workspace } from 'vscode';

/** What the extension host holds at a moment at which no editor is open. */
export interface Sample {
  readonly minute: number;
  /** How many rounds of editing were done by then. */
  readonly rounds: number;
  /** Bytes of live objects, measured right after garbage collection. */
  readonly heap: number;
  /** Bytes of the whole process, of VS Code and its other extensions as well. */
  readonly resident: number;
  /** Timers, sockets, file watchers and the like. */
  readonly handles: number;
  /** Open files of the process; 0 where the system does not list them. */
  readonly files: number;
  readonly diagnostics: number;
  readonly documents: number;
}

const OPEN_FILES = '/proc/self/fd';

/** Measures the extension host. */
export function sample(minute: number, rounds: number): Sample {
  // Twice: what a finalizer lets go of is collected the second time.
  collectGarbage();
  collectGarbage();
  const { heapUsed, rss } = process.memoryUsage();
  return {
    minute,
    rounds,
    heap: heapUsed,
    resident: rss,
    handles: process.getActiveResourcesInfo().length,
    files: existsSync(OPEN_FILES) ? readdirSync(OPEN_FILES).length : 0,
    diagnostics: ourDiagnostics().length,
    documents: workspace.textDocuments.length,
  };
}

/** The paths of our diagnostics, one for each diagnostic. */
export function ourDiagnostics(): string[] {
  return languages
    .getDiagnostics()
    .flatMap(([uri, list]) => list.filter(({ source }) => source === 'server-status').map(() => uri.path));
}

function collectGarbage(): void {
  // VS Code starts its host without this flag.
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}
