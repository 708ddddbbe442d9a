import { type Diagnostic, type Disposable, EventEmitter, languages, type Uri } from 'vscode';
import { type Summary, summaryOf } from '../../service';
import { readAhead } from '../../service/files';
import { breather } from '../breather';
import type { Served } from '../served';
import { type FileReport, reportOn } from './file-report';
import { findFixtures, workspaceFolders } from './find-fixtures';
import { openDocument } from './read-file';

/** The progress of a check. */
export interface Progress {
  readonly done: number;
  readonly files: number;
  readonly servers: number;
  readonly findings: number;
}

/** Callbacks of a check. */
export interface Watch {
  /** Called from time to time. */
  report(progress: Progress): void;
  /** Ends the check if it returns true. The findings so far are kept. */
  isCancelled(): boolean;
}

/** A report without its diagnostics, which VS Code already has. */
export type KeptReport = Omit<FileReport, 'diagnostics'>;

/** How many files are read in parallel: each is a request to VS Code, whose file system may be remote. */
const AHEAD = 24;

/** For checks in the background. */
const UNWATCHED: Watch = { report: () => {}, isCancelled: () => false };

/**
 * The findings of all fixtures in the workspace, once a check was requested. Shows the diagnostics of files that are
 * not open; open files are checked as they are edited.
 */
export class WorkspaceFindings implements Disposable {
  private readonly collection = languages.createDiagnosticCollection('server-status-workspace');
  private readonly changed = new EventEmitter<void>();
  private readonly files = new Map<string, KeptReport>();
  /** The latest check of each file. An older one discards its result. */
  private readonly turns = new Map<string, symbol>();
  /** The running check of the workspace. A new check cancels it. */
  private round: symbol | undefined;
  private asked = false;
  /** The sorted keys of the files; undefined until they are needed. */
  private order: readonly string[] | undefined;

  /** Fires when any finding may have changed. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly served: Served) {}

  /** True from the first check until {@link clear}. */
  get isChecked(): boolean {
    return this.asked;
  }

  /** True while the workspace is being checked. */
  get isBusy(): boolean {
    return this.round !== undefined;
  }

  /** Returns the checked files, sorted by path. */
  reports(): KeptReport[] {
    this.order ??= [...this.files.keys()].sort();
    return this.order.flatMap((key) => this.files.get(key) ?? []);
  }

  /** Tells whether a file was checked. */
  has(uri: Uri): boolean {
    return this.files.has(uri.toString());
  }

  /** Returns the summary of all checked files. */
  summary(): Summary {
    const reports = [...this.files.values()];
    return summaryOf(
      reports.map(({ servers, severities, skipped }) => ({
        servers: servers.length,
        severities,
        isSkipped: skipped !== undefined,
      })),
    );
  }

  /**
   * Checks all fixtures of the workspace again.
   *
   * @returns false if it was cancelled, or another check started meanwhile.
   */
  async check(watch: Watch = UNWATCHED): Promise<boolean> {
    this.asked = true;
    this.changed.fire();
    return this.checkThese(() => true, watch);
  }

  /** Checks new fixtures, and discards those that were deleted or are now ignored. */
  async findNew(): Promise<void> {
    await this.checkThese((uri) => !this.has(uri), UNWATCHED);
  }

  /** Checks one file again. Never rejects. */
  async update(uri: Uri): Promise<FileReport | undefined> {
    const key = uri.toString();
    const turn = Symbol();
    this.turns.set(key, turn);
    const report = await reportOn(uri, this.served);
    if (this.turns.get(key) !== turn || !this.asked) return report;
    this.turns.delete(key);
    if (report === undefined) {
      this.drop(uri);
      return undefined;
    }
    const { diagnostics, ...kept } = report;
    if (!this.files.has(key)) this.order = undefined;
    this.files.set(key, kept);
    this.show(uri, openDocument(uri) ? [] : diagnostics);
    return report;
  }

  /** Removes the diagnostics of a file that is now open in an editor, which are shown there. */
  leaveToEditor(uri: Uri): void {
    this.collection.delete(uri);
  }

  /** Discards deleted files, and all files in deleted folders. */
  forget(gone: readonly Uri[]): void {
    const keys = new Set(gone.map((uri) => uri.toString()));
    const isGone = (key: string) => {
      // Looks up each parent folder: there may be many deleted paths and many files.
      for (let end = key.length; end > 0; end = key.lastIndexOf('/', end - 1))
        if (keys.has(key.slice(0, end))) return true;
      return false;
    };
    for (const [key, { uri }] of this.files) if (isGone(key)) this.drop(uri);
  }

  /** Discards all findings. */
  clear(): void {
    this.round = undefined;
    this.asked = false;
    this.files.clear();
    this.order = undefined;
    this.turns.clear();
    this.collection.clear();
    this.changed.fire();
  }

  /** Notifies listeners after {@link update} was called for single files. */
  tell(): void {
    this.changed.fire();
  }

  dispose(): void {
    this.clear();
    this.collection.dispose();
    this.changed.dispose();
  }

  private async checkThese(isMeant: (uri: Uri) => boolean, { report, isCancelled }: Watch): Promise<boolean> {
    const round = Symbol();
    this.round = round;
    const isWanted = () => this.round === round && !isCancelled();
    const { files, unread } = await findFixtures(workspaceFolders(), isWanted);
    for (const { uri, error } of unread) this.served.logUnread(uri, error);
    if (isWanted()) this.keepOnly(files);
    const meant = files.filter(isMeant);
    const breathe = breather();
    let [done, servers, findings] = [0, 0, 0];
    for await (const file of readAhead(meant, (uri) => this.update(uri), AHEAD)) {
      done += 1;
      servers += file?.servers.length ?? 0;
      findings += file?.severities.length ?? 0;
      if (await breathe()) report({ done, files: meant.length, servers, findings });
      if (!isWanted()) break;
    }
    const isDone = isWanted();
    if (this.round === round) this.round = undefined;
    this.changed.fire();
    return isDone;
  }

  private keepOnly(files: readonly Uri[]): void {
    const wanted = new Set(files.map((uri) => uri.toString()));
    for (const { uri } of this.files.values()) if (!wanted.has(uri.toString())) this.drop(uri);
  }

  private drop(uri: Uri): void {
    this.turns.delete(uri.toString());
    if (this.files.delete(uri.toString())) this.order = undefined;
    this.collection.delete(uri);
  }

  private show(uri: Uri, diagnostics: readonly Diagnostic[]): void {
    // Most fixtures have no findings, and each change is a message to VS Code.
    if (diagnostics.length > 0 || this.collection.has(uri)) this.collection.set(uri, diagnostics);
  }
}
