import { type Disposable, type TextDocument, workspace } from 'vscode';
import { type Difference, joinDifferences } from '../service';

/** What has changed in a document since a version of it. */
interface Since {
  readonly version: number;
  readonly latest: number;
  readonly change: Difference | undefined;
}

/** Remembers what changes in documents after they were read, so that nobody need compare whole texts. */
export class Changes implements Disposable {
  private readonly since = new WeakMap<TextDocument, Since>();
  private readonly listener = workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    const since = this.since.get(document);
    if (since === undefined) return;
    // Each of them applies to the text after those before it.
    const change = contentChanges.reduce<Difference | undefined>(
      (before, { rangeOffset, rangeLength, text }) => {
        const next = {
          start: rangeOffset,
          end: rangeOffset + rangeLength,
          growth: text.length - rangeLength,
        };
        return before === undefined ? next : joinDifferences(before, next);
      },
      since.change,
    );
    this.since.set(document, { ...since, latest: document.version, change });
  });

  /** Starts to remember what changes in a document. */
  watch(document: TextDocument): void {
    const { version } = document;
    this.since.set(document, { version, latest: version, change: undefined });
  }

  /** Returns what has changed since a version was watched; undefined if that is not known. */
  after(version: number, document: TextDocument): Difference | undefined {
    const since = this.since.get(document);
    return since?.version === version && since.latest === document.version ? since.change : undefined;
  }

  dispose(): void {
    this.listener.dispose();
  }
}
