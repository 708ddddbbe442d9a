import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  check,
  type Finding,
  type Fixture,
  maxLengthOf,
  type Options,
  once,
  optionsOf,
  readChange,
  readFixture,
  servedLanguagesOf,
} from '../service';
import { applyConfig } from '../service/config';
import { languageByName } from '../service/files';
import type { Language } from '../words';
import { type ConfigFiles, isConfigFile, pathBelow } from './config-files';
import type { Machine } from './machine';
import type { Settings, SettingValues } from './settings';

/** A served document: its fixture with the options and settings that apply to it. */
export interface Served {
  readonly document: TextDocument;
  readonly fixture: Fixture;
  readonly options: Options;
  readonly settings: SettingValues;
  /** Checks the fixture, only once. */
  readonly findings: () => readonly Finding[];
}

/** What decides how documents are read. */
export interface Surroundings {
  readonly machine: Machine;
  readonly language: Language;
  readonly settings: Settings;
  readonly configs: ConfigFiles;
  readonly log: { error(message: string): void };
}

/** A document that the client has open, and its latest text that was read. */
interface Open {
  readonly document: TextDocument;
  /** Undefined if it is not a file. */
  readonly path: string | undefined;
  /** Counts the changes: not every client counts its versions up. */
  revision: number;
  served?: Served & { readonly revision: number; readonly asked: string };
}

/**
 * The documents that the client has open, and the only access to them. Each version of a document is read only once, and
 * of a long one only what has changed.
 */
export class Documents {
  /** By URI, as the client writes it. */
  private readonly documents = new Map<string, Open>();

  constructor(private readonly around: Surroundings) {}

  open(uri: string, languageId: string, version: number, text: string): void {
    const document = TextDocument.create(uri, languageId, version, text);
    this.documents.set(uri, { document, path: this.pathOf(uri), revision: 0 });
  }

  change(uri: string, changes: TextDocumentContentChangeEvent[], version: number): void {
    const open = this.documents.get(uri);
    if (open === undefined) return;
    TextDocument.update(open.document, changes, version ?? open.document.version);
    open.revision += 1;
  }

  close(uri: string): void {
    this.documents.delete(uri);
  }

  /** Returns an open document, served or not. */
  get(uri: string): TextDocument | undefined {
    return this.documents.get(uri)?.document;
  }

  /** Returns an open document by its path: its URI can be written in several ways. */
  at(path: string): TextDocument | undefined {
    return [...this.documents.values()].find((open) => open.path === path)?.document;
  }

  /** Returns how often a document was changed; undefined if it is not open. */
  revisionOf(uri: string): number | undefined {
    return this.documents.get(uri)?.revision;
  }

  /** Returns the URIs of all open documents. */
  uris(): string[] {
    return [...this.documents.keys()];
  }

  /** Returns the URI of a file: as the client writes it if it is open. */
  uriOf(path: string): string {
    return this.at(path)?.uri ?? this.around.machine.uriOf(path);
  }

  /** Returns the path of a document; undefined if it is not a file. */
  pathOf(uri: string): string | undefined {
    return this.around.machine.pathOf(uri);
  }

  /**
   * Runs a function on a served document.
   *
   * @returns null if the document is not served, was changed or closed meanwhile, or the function threw; the client's log
   *   has the error.
   */
  async use<T>(uri: string, work: (served: Served) => T | Promise<T>): Promise<T | null> {
    try {
      const served = await this.serve(uri);
      return served === undefined ? null : await work(served);
    } catch (error) {
      this.around.log.error(`${uri}: ${sayError(error)}`);
      return null;
    }
  }

  private async serve(uri: string): Promise<Served | undefined> {
    const open = this.documents.get(uri);
    if (open === undefined || isConfigFile(uri)) return undefined;
    const { document, revision } = open;
    const settings = await this.around.settings.current();
    const languageId = this.languageOf(document, settings);
    if (settings.enable === false || languageId === undefined) return undefined;
    const options = await this.optionsFor(uri, languageId, settings);
    const isOutdated = open.revision !== revision || this.documents.get(uri) !== open;
    if (isOutdated || options === undefined) return undefined;
    const onFault: Options['onFault'] = (error, { start }) => {
      const { line } = document.positionAt(start);
      this.around.log.error(`${uri}:${line + 1}: this server was not checked: ${sayError(error)}`);
    };
    return readVersion(open, languageId, { ...options, onFault }, settings);
  }

  /**
   * Returns the language that a document is read in; undefined if it is not served. Not all clients use VS Code's ids
   * (`sh` for `shellscript`), so the name of the file decides if the id is not served.
   */
  private languageOf({ uri, languageId }: TextDocument, settings: SettingValues): string | undefined {
    const languages = servedLanguagesOf(settings.languages);
    const byName = languageByName(this.pathOf(uri) ?? uri);
    return [languageId, byName].find((id) => id !== undefined && languages.includes(id));
  }

  /** Returns the options for a document; undefined if the config file leaves it out. */
  private async optionsFor(
    uri: string,
    languageId: string,
    { cloud, rules }: SettingValues,
  ): Promise<Options | undefined> {
    const base = optionsOf(cloud, rules, this.around.language);
    const path = this.pathOf(uri);
    const found = path === undefined ? undefined : await this.around.configs.nearest(path);
    if (found === undefined || path === undefined) return base;
    const { options, ignored } = applyConfig(found.config, pathBelow(found.folder, path), base);
    return ignored || found.config.languages?.includes(languageId) === false ? undefined : options;
  }
}

/** Reads the current version of a document; undefined if it is too large. */
function readVersion(
  open: Open,
  languageId: string,
  options: Options,
  settings: SettingValues,
): Served | undefined {
  const { document, revision, served: before } = open;
  const text = document.getText();
  if (text.length > maxLengthOf(settings.maxFileSize)) return undefined;
  const { cloud, cloudFrom, rules, clouds } = options;
  const asked = JSON.stringify([cloud, cloudFrom, rules]);
  const read = { embeddedJson: settings.embeddedJson !== false, leftAlone: true };
  const isAlike =
    before?.fixture.clouds === clouds &&
    before.fixture.languageId === languageId &&
    before.fixture.read.embeddedJson === read.embeddedJson;
  if (isAlike && before.revision === revision && before.asked === asked) return { ...before, settings };
  const fixture = isAlike
    ? readChange(before.fixture, text)
    : readFixture(text, languageId, { ...read, clouds });
  const findings = once(() => check(fixture, options));
  open.served = { document, fixture, options, settings, findings, revision, asked };
  return open.served;
}

function sayError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
