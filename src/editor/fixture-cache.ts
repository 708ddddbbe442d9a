import { Disposable, type TextDocument, workspace } from 'vscode';
import { type Fixture, readFixture } from '../service';
import type { Text } from '../words';
import { affectsUs, maxLength, readOptionsFor } from './settings';

const TOO_LARGE: Text = 'larger than serverStatus.maxFileSize';

/** One reading a document version, shared by every provider. */
export class FixtureCache implements Disposable {
  // Weak, since a provider that waited may ask for a document that was closed meanwhile.
  private read = new WeakMap<TextDocument, { version: number; fixture: Fixture }>();
  private readonly listeners = Disposable.from(
    workspace.onDidCloseTextDocument((document) => this.read.delete(document)),
    workspace.onDidChangeConfiguration((event) => {
      if (affectsUs(event)) this.read = new WeakMap();
    }),
  );

  /** The document's fixture, read now unless this version was read before; an empty one for too large a text. */
  get(document: TextDocument): Fixture {
    const kept = this.read.get(document);
    if (kept?.version === document.version) return kept.fixture;
    const fixture = readDocument(document);
    this.read.set(document, { version: document.version, fixture });
    return fixture;
  }

  dispose(): void {
    this.listeners.dispose();
  }
}

function readDocument(document: TextDocument): Fixture {
  const text = document.getText();
  const { languageId } = document;
  if (text.length <= maxLength(document)) return readFixture(text, languageId, readOptionsFor(document));
  return { ...readFixture('', languageId), skipped: TOO_LARGE };
}
