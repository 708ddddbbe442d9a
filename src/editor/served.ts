import {
  type CancellationToken,
  Disposable,
  EventEmitter,
  type ExtensionContext,
  type TextDocument,
  workspace,
} from 'vscode';
import { type Fixture, type Options, readFixture } from '../service';
import { applyConfig } from '../service/config';
import type { Text } from '../words';
import { ConfigFiles, pathIn } from './config-files';
import { say } from './language';
import { type Log, logError } from './log';
import { whyNotServed } from './served-documents';
import { affectsUs, isEnabled, maxLength, readOptionsFor, settingsFor } from './settings';

/** A document that is served: its fixture, read under the options that hold for it. */
export interface ServedFixture {
  readonly fixture: Fixture;
  readonly options: Options;
}

/** A document, served or not, for commands that say why. */
export interface Look extends ServedFixture {
  /** Why the document is not served, to follow a colon; undefined if it is. */
  readonly refusal: string | undefined;
  /** True if only the config file leaves it out. */
  readonly isIgnored: boolean;
}

const TOO_LARGE: Text = 'larger than serverStatus.maxFileSize';
const IGNORED: Text = 'left out by the config file';

/**
 * The one door to a document. Every provider and command gets its fixture and options here, or nothing if the document
 * must not be served. A document version is read once and shared.
 */
export class Served implements Disposable {
  // Weak, since a provider that waited may ask for a document that was closed meanwhile.
  private kept = new WeakMap<TextDocument, { version: number; fixture: Fixture }>();
  private told = new WeakMap<TextDocument, string>();
  private readonly changed = new EventEmitter<void>();
  private readonly listeners: Disposable;

  /** Fires when the settings or a config file changed, so that {@link open} may answer differently. */
  readonly onDidChange = this.changed.event;

  constructor(
    readonly configs: ConfigFiles,
    private readonly log: Log,
  ) {
    const forget = () => {
      this.kept = new WeakMap();
      this.changed.fire();
    };
    this.listeners = Disposable.from(
      this.changed,
      configs,
      configs.onDidChange(forget),
      workspace.onDidCloseTextDocument((document) => this.kept.delete(document)),
      workspace.onDidChangeConfiguration((event) => {
        if (affectsUs(event)) forget();
      }),
    );
  }

  /** The fixture of a document and what holds for it; undefined where it is not served. */
  async open(document: TextDocument): Promise<ServedFixture | undefined> {
    const { fixture, options, refusal } = await this.look(document);
    return refusal === undefined ? { fixture, options } : undefined;
  }

  /** As {@link open}, whether the document is served or not. */
  async look(document: TextDocument): Promise<Look> {
    const settings = this.settingsOf(document);
    const refusal = isEnabled(document)
      ? whyNotServed(document)
      : say('the setting serverStatus.enable is off');
    if (refusal !== undefined) return this.refuse(document, { ...nothing(settings), refusal }, 'debug');
    const found = await this.configs.nearest(document.uri);
    const { options, ignored: isIgnored } = found
      ? applyConfig(found.config, pathIn(found.folder, document), settings)
      : { options: settings, ignored: false };
    const fixture = this.read(document, options);
    const reason = fixture.skipped === TOO_LARGE ? TOO_LARGE : isIgnored ? IGNORED : undefined;
    if (reason === undefined) return { fixture, options, isIgnored, refusal: undefined };
    return this.refuse(document, { fixture, options, isIgnored, refusal: say(reason) }, 'info');
  }

  /**
   * Runs some work on a served document.
   *
   * @returns undefined if the document is not served, the token was cancelled, or the work threw; the log has the error.
   */
  async use<T>(
    document: TextDocument,
    token: CancellationToken,
    work: (served: ServedFixture) => T | Promise<T>,
  ): Promise<T | undefined> {
    try {
      const served = await this.open(document);
      return served === undefined || token.isCancellationRequested ? undefined : await work(served);
    } catch (error) {
      logError(this.log, document.uri.toString(), error);
      return undefined;
    }
  }

  /** Does what an event asks for. An error goes to the log and stops nothing else. */
  async guard(what: string, work: () => unknown): Promise<void> {
    try {
      await work();
    } catch (error) {
      logError(this.log, what, error);
    }
  }

  dispose(): void {
    this.listeners.dispose();
  }

  private settingsOf(document: TextDocument): Options {
    return {
      ...settingsFor(document),
      onFault: (error, { start }) => {
        const line = document.positionAt(start).line + 1;
        logError(this.log, `${document.uri}:${line}: this server was not checked`, error);
      },
    };
  }

  private read(document: TextDocument, options: Options): Fixture {
    const { version } = document;
    const kept = this.kept.get(document);
    if (kept?.version === version && kept.fixture.clouds === options.clouds) return kept.fixture;
    const fixture = this.readAnew(document, options);
    this.kept.set(document, { version, fixture });
    this.told.delete(document);
    return fixture;
  }

  private readAnew(document: TextDocument, options: Options): Fixture {
    const { languageId, uri } = document;
    const text = document.getText();
    if (text.length > maxLength(document)) return { ...nothing(options).fixture, skipped: TOO_LARGE };
    const { clouds } = options;
    const fixture = readFixture(text, languageId, { ...readOptionsFor(document), clouds });
    const { servers, leftAlone, skipped } = fixture;
    this.log.debug(`${uri}: ${servers.length} servers, ${leftAlone.length} objects left alone`);
    if (skipped !== null) this.log.info(`${uri}: not read to its end: ${skipped}`);
    return fixture;
  }

  /** Logs, once, why a document is not served. Most are of another language, which is nothing to be told of. */
  private refuse(document: TextDocument, look: Look, level: 'debug' | 'info'): Look {
    const { refusal = '' } = look;
    if (this.told.get(document) !== refusal) this.log[level](`${document.uri}: not served: ${refusal}`);
    this.told.set(document, refusal);
    return look;
  }
}

/** Creates the door for the extension's lifetime. */
export function registerServed({ subscriptions }: ExtensionContext, log: Log): Served {
  const served = new Served(new ConfigFiles(), log);
  subscriptions.push(served);
  return served;
}

/** Says that a document is not served, and why. */
export function sayRefusal(look: Look | undefined): string {
  return look?.refusal === undefined
    ? say('Server Status does not check this file.')
    : say('Server Status does not check this file: {reason}.', { reason: look.refusal });
}

/** What there is of a document that is not read. */
function nothing(options: Options): Omit<Look, 'refusal'> {
  return { fixture: readFixture('', 'json', options), options, isIgnored: false };
}
