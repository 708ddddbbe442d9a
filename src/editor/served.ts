import {
  type CancellationToken,
  Disposable,
  EventEmitter,
  type ExtensionContext,
  type TextDocument,
  type Uri,
  workspace,
} from 'vscode';
import {
  check,
  type Difference,
  type Finding,
  type Fixture,
  lengthOf,
  type Options,
  once,
  positionsIn,
  readChangeInSteps,
  readFixture,
  readFixtureInSteps,
  type Steps,
} from '../service';
import { applyConfig } from '../service/config';
import type { Text } from '../words';
import { inSteps } from './breather';
import { Changes } from './changes';
import { ConfigFiles, pathIn } from './config-files';
import { say } from './language';
import { type Log, logError } from './log';
import { whyNotServed } from './served-documents';
import { affectsUs, type FileFacts, isEnabled, maxLength, readOptionsFor, settingsFor } from './settings';

/** VS Code keeps at most this many diagnostics per file and collection. */
export const MAX_DIAGNOSTICS = 1000;

/** A served document: its fixture with the options that apply to it. */
export interface ServedFixture {
  readonly fixture: Fixture;
  readonly options: Options;
  /** Checks the fixture, only once per version of the document. */
  readonly findings: () => readonly Finding[];
}

/** A document, served or not, for commands that explain why. */
export interface Look extends ServedFixture {
  /** Why the document is not served, to follow a colon; undefined if it is. */
  readonly refusal: string | undefined;
  /** True if only the config file excludes it. */
  readonly isIgnored: boolean;
  /** True if only its size prevents it from being read. */
  readonly isTooLarge: boolean;
}

/** The options of a file, and whether it is served. */
export interface Ruling {
  readonly options: Options;
  /** Why the file is not served, to follow a colon; undefined if it is. */
  readonly refusal: string | undefined;
  /** True if only the config file excludes it. */
  readonly isIgnored: boolean;
}

/** The previous text of a file that was read, and where the text differs from it if that is known. */
interface Previous {
  readonly fixture: Fixture;
  readonly change: Difference | undefined;
}

/** A version of a document that was read. */
interface Kept extends ServedFixture {
  readonly version: number;
  /** The options that the findings depend on, as a key. */
  readonly asked: string;
}

/** The reading of a version of a document, for all who ask for it meanwhile. */
interface UnderWay {
  readonly version: number;
  readonly clouds: Options['clouds'];
  readonly done: Promise<void>;
}

const TOO_LARGE: Text = 'larger than serverStatus.maxFileSize';
const IGNORED: Text = 'the config file ignores it';

/**
 * The only access to documents. Every provider and command gets its fixture and options here, or undefined if the
 * document is not served. Each version of a document is read only once.
 */
export class Served implements Disposable {
  // Weak, since a provider that waited may ask for a document that has been closed meanwhile.
  private kept = new WeakMap<TextDocument, Kept>();
  private underWay = new WeakMap<TextDocument, UnderWay>();
  private told = new WeakMap<TextDocument, string>();
  private readonly changes = new Changes();
  private readonly changed = new EventEmitter<void>();
  private readonly listeners: Disposable;

  /** Fires when the settings or a config file change, so results of {@link open} may differ. */
  readonly onDidChange = this.changed.event;

  constructor(
    readonly configs: ConfigFiles,
    private readonly log: Log,
  ) {
    const forget = () => {
      this.kept = new WeakMap();
      this.underWay = new WeakMap();
      this.changed.fire();
    };
    this.listeners = Disposable.from(
      this.changed,
      this.changes,
      configs,
      configs.onDidChange(forget),
      workspace.onDidCloseTextDocument((document) => this.kept.delete(document)),
      workspace.onDidChangeConfiguration((event) => {
        if (affectsUs(event)) forget();
      }),
    );
  }

  /** Returns the fixture of a document with its options, or undefined if it is not served. */
  async open(document: TextDocument): Promise<ServedFixture | undefined> {
    const { fixture, options, findings, refusal } = await this.look(document);
    return refusal === undefined ? { fixture, options, findings } : undefined;
  }

  /** Reads a document like {@link open}, whether it is served or not. */
  async look(document: TextDocument): Promise<Look> {
    const ruling = await this.rulingOn(document);
    const { refusal, isIgnored } = ruling;
    if (refusal !== undefined && !isIgnored)
      return this.refuse(document, { ...nothing(ruling.options), refusal }, 'debug');
    const { fixture, options, findings } = await this.read(document, ruling.options);
    const isTooLarge = fixture.skipped === TOO_LARGE;
    const reason = isTooLarge ? say(TOO_LARGE) : refusal;
    const look = { fixture, options, findings, isIgnored, isTooLarge, refusal: reason };
    return reason === undefined ? look : this.refuse(document, look, 'info');
  }

  /** Returns the options of a file, open or not, from the settings and the config file. */
  async rulingOn(file: FileFacts): Promise<Ruling> {
    const settings = settingsFor(file);
    const refusal = isEnabled(file) ? whyNotServed(file) : say('the setting serverStatus.enable is off');
    if (refusal !== undefined) return { options: settings, refusal, isIgnored: false };
    const found = await this.configs.nearest(file.uri);
    const { options, ignored } = found
      ? applyConfig(found.config, pathIn(found.folder, file.uri), settings)
      : { options: settings, ignored: false };
    const isIgnored = ignored || found?.config.languages?.includes(file.languageId) === false;
    return { options, refusal: isIgnored ? say(IGNORED) : undefined, isIgnored };
  }

  /** Reads the text of a served file that is not open. */
  async readText(file: FileFacts, text: string, options: Options): Promise<ServedFixture> {
    return this.checked(file, await inSteps(this.reading(file, text, options)), options);
  }

  /**
   * Runs a function on a served document.
   *
   * @returns undefined if the document is not served, the token was cancelled, or the function threw; the log has the
   *   error.
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

  /** Handles an event. An error is logged and stops nothing else. */
  async guard(what: string, work: () => unknown): Promise<void> {
    try {
      await work();
    } catch (error) {
      logError(this.log, what, error);
    }
  }

  /** Logs that a file could not be read, and why. */
  logUnread(uri: Uri, error: unknown): void {
    logError(this.log, `${uri}: not checked`, error);
  }

  dispose(): void {
    this.listeners.dispose();
  }

  /** Returns the current version of a document under some options. */
  private async read(document: TextDocument, options: Options): Promise<Kept> {
    const { cloud, cloudFrom, rules, clouds } = options;
    const asked = JSON.stringify([cloud, cloudFrom, rules]);
    for (;;) {
      const { version } = document;
      const kept = this.kept.get(document);
      if (kept?.version !== version || kept.fixture.clouds !== clouds) {
        // It may change while it is read.
        await this.update(document, options, asked);
        continue;
      }
      if (kept.asked === asked) return kept;
      const again = { ...this.checked(document, kept.fixture, options), version, asked };
      this.kept.set(document, again);
      return again;
    }
  }

  /** Reads the current version of a document, once for all who ask for it meanwhile. */
  private update(document: TextDocument, options: Options, asked: string): Promise<void> {
    const { version } = document;
    const { clouds } = options;
    const other = this.underWay.get(document);
    if (other?.version === version && other.clouds === clouds) return other.done;
    const done = this.readNow(document, options, asked).finally(() => {
      // What has been read may be forgotten at once, so nobody may wait for it any more.
      if (this.underWay.get(document)?.done === done) this.underWay.delete(document);
    });
    this.underWay.set(document, { version, clouds, done });
    return done;
  }

  /** Reads and keeps the current version of a document, unless it changes meanwhile. */
  private async readNow(document: TextDocument, options: Options, asked: string): Promise<void> {
    const { kept } = this;
    const { version } = document;
    const before = kept.get(document);
    const steps = this.reading(
      document,
      document.getText(),
      options,
      before && this.previousOf(before, document),
    );
    const fixture = await inSteps(steps, () => document.version === version);
    if (fixture === undefined || document.version !== version) return;
    // What was kept may have been forgotten since, and this with it.
    kept.set(document, { ...this.checked(document, fixture, options), version, asked });
    this.changes.watch(document);
    this.told.delete(document);
  }

  private previousOf({ fixture, version }: Kept, document: TextDocument): Previous {
    return { fixture, change: this.changes.after(version, document) };
  }

  /** Returns a fixture whose findings are computed on demand. A server that cannot be checked is logged. */
  private checked({ uri }: FileFacts, fixture: Fixture, ruled: Options): ServedFixture {
    const onFault: Options['onFault'] = (error, { start }) => {
      const { line } = positionsIn(fixture.text)(start);
      logError(this.log, `${uri}:${line}: this server was not checked`, error);
    };
    const options = { ...ruled, onFault };
    const findings = once(() => {
      const found = check(fixture, options);
      if (found.length > MAX_DIAGNOSTICS)
        this.log.info(`${uri}: ${found.length} findings, of which VS Code shows ${MAX_DIAGNOSTICS}`);
      return found;
    });
    return { fixture, options, findings };
  }

  /**
   * Reads a text.
   *
   * @param previous the file's previous text, of which what did not change need not be read again.
   */
  private *reading(file: FileFacts, text: string, options: Options, previous?: Previous): Steps<Fixture> {
    if (text.length > maxLength(file)) return tooLarge(options);
    const { languageId, uri } = file;
    const { clouds } = options;
    const before = previous?.fixture;
    const isAlike = before?.clouds === clouds && before.languageId === languageId;
    const fixture = yield* isAlike
      ? readChangeInSteps(before, text, previous?.change)
      : readFixtureInSteps(text, languageId, { ...readOptionsFor(file), clouds });
    const { blocks, skipped } = fixture;
    const [servers, others] = [blocks().servers, blocks().leftAlone].map(lengthOf);
    this.log.debug(`${uri}: ${servers} servers, ${others} objects left alone`);
    if (skipped !== null) this.log.info(`${uri}: not read to its end: ${skipped}`);
    return fixture;
  }

  /** Logs once why a document is not served. Most are in another language, which only the debug level shows. */
  private refuse(document: TextDocument, look: Look, level: 'debug' | 'info'): Look {
    const { refusal = '' } = look;
    if (this.told.get(document) !== refusal) this.log[level](`${document.uri}: not served: ${refusal}`);
    this.told.set(document, refusal);
    return look;
  }
}

/** Creates the access to documents for the extension's lifetime. */
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

function tooLarge(options: Options): Fixture {
  return { ...nothing(options).fixture, skipped: TOO_LARGE };
}

/** Returns an empty result for a document that is not read. */
function nothing(options: Options): Omit<Look, 'refusal'> {
  return {
    fixture: readFixture('', 'json', options),
    options,
    findings: () => [],
    isIgnored: false,
    isTooLarge: false,
  };
}
