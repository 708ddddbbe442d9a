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

/** What the command palette knows of the languages, for the commands that need a served file. */
const LANGUAGES_KEY = 'serverStatus.languages';

/** Tells the command palette the served languages, and again whenever they change. */
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
 * True for a place where people edit files: any file system that can be written to, whoever provides it, and new
 * files. The old side of a diff (`git`, `gitlens`, `review`), an output channel or a search result is nobody's
 * fixture to correct.
 */
export function isEditable({ scheme }: Uri): boolean {
  return scheme === 'untitled' || workspace.fs.isWritableFileSystem(scheme) === true;
}

/** True for a document in a served language that stands where people edit files, and is no config file. */
export function isServed(document: TextDocument): boolean {
  return whyNotServed(document) === undefined;
}

/** Why a file is not served, in a sentence's half; undefined for one that is. */
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
 * Registers a provider for the served languages, and again whenever they change. It has to ask {@link isServed}
 * for each document: no selector knows which file systems can be written to.
 *
 * @param isMeant false for a language that is served and that the provider must keep away from.
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
