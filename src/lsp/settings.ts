import type { ClientCapabilities, Connection } from 'vscode-languageserver';

/** The settings as the client sends them: each can have any type. */
export interface SettingValues {
  readonly enable?: unknown;
  readonly cloud?: unknown;
  readonly rules?: unknown;
  readonly inlayHints?: unknown;
  readonly embeddedJson?: unknown;
  readonly maxFileSize?: unknown;
  readonly languages?: unknown;
}

/** How many milliseconds a document waits for the settings. */
const PATIENCE = 500;

/** The section of the settings, as in VS Code: `serverStatus.cloud` and so on. */
export const SECTION = 'serverStatus';

/**
 * The client's settings. They come with `initializationOptions`. A client that keeps a configuration is asked for its
 * section, whose values take precedence. If it takes its time, the previous settings apply: it may never answer.
 */
export class Settings {
  private values: SettingValues;
  private readonly initial: SettingValues;
  private readonly canAsk: boolean;
  /** The latest request, since answers may come in another order. */
  private latest: symbol | undefined;
  /** Resolves when the client has answered, or has taken too long. */
  private answered: Promise<void> = Promise.resolve();

  /** @param onChange is called after the settings have changed. */
  constructor(
    private readonly connection: Connection,
    client: ClientCapabilities,
    initial: unknown,
    private readonly onChange: () => void,
  ) {
    this.canAsk = client.workspace?.configuration === true;
    this.initial = sectionOf(initial);
    this.values = this.initial;
  }

  async current(): Promise<SettingValues> {
    await this.answered;
    return this.values;
  }

  /**
   * Asks the client for its settings if it keeps any.
   *
   * @param sent the settings that a client sends by itself.
   */
  update(sent?: unknown): void {
    if (this.canAsk) {
      const tooLong = new Promise<void>((done) => setTimeout(done, PATIENCE));
      this.answered = Promise.race([this.ask(), tooLong]);
    } else if (sent !== undefined) this.set(sent);
  }

  private async ask(): Promise<void> {
    const request = Symbol();
    this.latest = request;
    try {
      const answer = await this.connection.workspace.getConfiguration(SECTION);
      if (this.latest === request) this.set(answer);
    } catch {
      // The previous ones still apply.
    }
  }

  private set(section: unknown): void {
    this.values = { ...this.initial, ...sectionOf(section) };
    this.onChange();
  }
}

/** Returns the values of the section, which some clients send under its name. */
function sectionOf(settings: unknown): SettingValues {
  if (!isMap(settings)) return {};
  const section = settings[SECTION];
  return isMap(section) ? section : settings;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
