import { type Diagnostic, type Disposable, EventEmitter, languages, type Uri } from 'vscode';
import { type Summary, summaryOf } from '../../service';
import { readAhead } from '../../service/files';
import type { Served } from '../served';
import { breather } from './breather';
import { type FileReport, reportOn } from './file-report';
import { findFixtures, workspaceFolders } from './find-fixtures';
import { openDocument } from './read-file';

/** How far a check is. */
export interface Progress {
  readonly done: number;
  readonly files: number;
  readonly servers: number;
  readonly findings: number;
}

/** How a check is followed, and ended. */
export interface Watch {
  /** Called now and then. */
  report(progress: Progress): void;
  /** True ends the check; what was found until then stays. */
  isCancelled(): boolean;
}

/** A report whose findings Problems has. */
export type KeptReport = Omit<FileReport, 'diagnostics'>;

/** How many files are read at once: each is a question to VS Code, which may keep the files far away. */
const AHEAD = 24;

/** For what is done in the background. */
const UNWATCHED: Watch = { report: () => {}, isCancelled: () => false };

/**
 * What is known of all fixtures of the workspace, once somebody asked for it. Problems shows those that are not open here; an
 * open one is looked after as it is typed in.
 */
export class WorkspaceFindings implements Disposable {
  private readonly collection = languages.createDiagnosticCollection('server-status-workspace');
  private readonly changed = new EventEmitter<void>();
  private readonly files = new Map<string, KeptReport>();
  /** The latest check of each file: one that was overtaken says nothing. */
  private readonly turns = new Map<string, symbol>();
  /** The check of the workspace that is under way; a new one ends it. */
  private round: symbol | undefined;
  private asked = false;
  /** The keys of the files in order; sorted when they are next asked for. */
  private order: readonly string[] | undefined;

  /** Fires when something is no longer as it was. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly served: Served) {}

  /** True from the first check on, until {@link clear}. */
  get isChecked(): boolean {
    return this.asked;
  }

  /** True while a check of the workspace is under way. */
  get isBusy(): boolean {
    return this.round !== undefined;
  }

  /** The files that were checked, in the order of their paths. */
  reports(): KeptReport[] {
    this.order ??= [...this.files.keys()].sort();
    return this.order.flatMap((key) => this.files.get(key) ?? []);
  }

  /** True for a file that was checked. */
  has(uri: Uri): boolean {
    return this.files.has(uri.toString());
  }

  /** What all of it comes to. */
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
   * Checks every fixture of the workspace anew.
   *
   * @returns false where it was cancelled, or another check began meanwhile.
   */
  async check(watch: Watch = UNWATCHED): Promise<boolean> {
    this.asked = true;
    this.changed.fire();
    return this.checkThese(() => true, watch);
  }

  /** Checks the fixtures that came since, and forgets those that went or are left out by now. */
  async findNew(): Promise<void> {
    await this.checkThese((uri) => !this.has(uri), UNWATCHED);
  }

  /** Checks one file anew. Never rejects. */
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

  /** Takes a file out of Problems that an editor has opened: it is looked after there. */
  leaveToEditor(uri: Uri): void {
    this.collection.delete(uri);
  }

  /** Forgets what is gone: files, and all files of folders. */
  forget(gone: readonly Uri[]): void {
    const keys = new Set(gone.map((uri) => uri.toString()));
    const isGone = (key: string) => {
      // Asked of each folder on the way down: many files go at once, and there are many that stay.
      for (let end = key.length; end > 0; end = key.lastIndexOf('/', end - 1))
        if (keys.has(key.slice(0, end))) return true;
      return false;
    };
    for (const [key, { uri }] of this.files) if (isGone(key)) this.drop(uri);
  }

  /** Forgets everything. */
  clear(): void {
    this.round = undefined;
    this.asked = false;
    this.files.clear();
    this.order = undefined;
    this.turns.clear();
    this.collection.clear();
    this.changed.fire();
  }

  /** Tells those who listen: for who checks single files. */
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
    // Most fixtures are right, and each change here is a message to VS Code.
    if (diagnostics.length > 0 || this.collection.has(uri)) this.collection.set(uri, diagnostics);
  }
}
