import { Disposable, type TextDocument, workspace } from 'vscode';
import { type Fixture, readFixture } from '../service';
import { affectsUs, maxLength } from './settings';

/** One reading a document version, shared by every provider. */
export class FixtureCache implements Disposable {
  private readonly read = new Map<TextDocument, { version: number; fixture: Fixture }>();
  private readonly listeners = Disposable.from(
    workspace.onDidCloseTextDocument((document) => this.read.delete(document)),
    workspace.onDidChangeConfiguration((event) => {
      if (affectsUs(event)) this.read.clear();
    }),
  );

  /** The document's fixture, read now unless this version was read before; an empty one for too large a text. */
  get(document: TextDocument): Fixture {
    const kept = this.read.get(document);
    if (kept?.version === document.version) return kept.fixture;
    const fixture = readWithin(maxLength(document), document.getText(), document.languageId);
    this.read.set(document, { version: document.version, fixture });
    return fixture;
  }

  dispose(): void {
    this.listeners.dispose();
    this.read.clear();
  }
}

function readWithin(limit: number, text: string, languageId: string): Fixture {
  if (text.length <= limit) return readFixture(text, languageId);
  const skipped = 'larger than serverStatus.maxFileSize';
  return { text: '', languageId, servers: [], leftAlone: [], comments: [], skipped };
}
