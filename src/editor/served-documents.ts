import {
  commands,
  type Disposable,
  type DocumentSelector,
  type ExtensionContext,
  type TextDocument,
  type Uri,
  workspace,
} from 'vscode';
import { isConfigFile } from './config-files';
import { say } from './language';
import { affectsUs, type FileFacts, servedLanguages } from './settings';

/** The context key with the served languages, for commands in the palette that need a served file. */
const LANGUAGES_KEY = 'serverStatus.languages';

/** Sets the context key of the served languages, and updates it when they change. */
export function registerLanguagesKey({ subscriptions }: ExtensionContext): void {
  const tell = () => commands.executeCommand('setContext', LANGUAGES_KEY, servedLanguages());
  subscriptions.push(
    workspace.onDidChangeConfiguration((event) => {
      if (affectsUs(event, 'languages')) tell();
    }),
  );
  tell();
}

/**
 * Tells whether a URI is in a place where users edit files: any writable file system, and untitled files. The old side
 * of a diff (`git`, `gitlens`, `review`), an output channel or a search result is no fixture to correct.
 */
export function isEditable({ scheme }: Uri): boolean {
  return scheme === 'untitled' || workspace.fs.isWritableFileSystem(scheme) === true;
}

/** Tells whether a document is served: in a served language, in an editable place, and not a config file. */
export function isServed(document: TextDocument): boolean {
  return whyNotServed(document) === undefined;
}

/** Says why a file is not served, as part of a sentence; undefined if it is. */
export function whyNotServed({ uri, languageId }: FileFacts): string | undefined {
  if (isConfigFile(uri)) return say('it is the config file');
  if (!isEditable(uri))
    return say('it comes from {scheme}:, which holds no files to edit', { scheme: uri.scheme });
  if (servedLanguages().includes(languageId)) return undefined;
  return say('its language is {language}, which the setting serverStatus.languages does not list', {
    language: languageId,
  });
}

/**
 * Registers a provider for the served languages, and again when they change. The provider must call {@link isServed}
 * for each document, as a selector cannot tell which file systems are writable.
 *
 * @param isMeant returns false for a served language that the provider must not handle.
 */
export function registerForServed(
  context: ExtensionContext,
  register: (selector: DocumentSelector) => Disposable,
  isMeant: (languageId: string) => boolean = () => true,
): void {
  const selector = () =>
    servedLanguages()
      .filter(isMeant)
      .map((language) => ({ language }));
  let registration = register(selector());
  context.subscriptions.push(
    { dispose: () => registration.dispose() },
    workspace.onDidChangeConfiguration((event) => {
      if (!affectsUs(event, 'languages')) return;
      registration.dispose();
      registration = register(selector());
    }),
  );
}
