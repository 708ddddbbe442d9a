import { type Disposable, type TextDocument, workspace } from 'vscode';
import { type Fixture, readFixture } from '../service';

/** One reading a document version, shared by every provider. */
export class FixtureCache implements Disposable {
  private readonly read = new Map<TextDocument, { version: number; fixture: Fixture }>();
  private readonly closing = workspace.onDidCloseTextDocument((document) => this.read.delete(document));

  /** The document's fixture, read now unless this version was read before. */
  get(document: TextDocument): Fixture {
    const kept = this.read.get(document);
    if (kept?.version === document.version) return kept.fixture;
    const fixture = readFixture(document.getText(), document.languageId);
    this.read.set(document, { version: document.version, fixture });
    return fixture;
  }

  dispose(): void {
    this.closing.dispose();
    this.read.clear();
  }
}
