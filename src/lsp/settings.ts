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

/** The section of the settings, as in VS Code: `serverStatus.cloud` and so on. */
export const SECTION = 'serverStatus';

/**
 * The client's settings. They come with `initializationOptions`. A client that keeps a configuration is asked for its
 * section, whose values take precedence.
 */
export class Settings {
  private values: Promise<SettingValues>;
  private readonly initial: SettingValues;
  private readonly canAsk: boolean;

  constructor(
    private readonly connection: Connection,
    client: ClientCapabilities,
    initial: unknown,
  ) {
    this.canAsk = client.workspace?.configuration === true;
    this.initial = sectionOf(initial);
    this.values = Promise.resolve(this.initial);
  }

  /** Returns the settings, as soon as the client has answered if it was asked. Never rejects. */
  current(): Promise<SettingValues> {
    return this.values;
  }

  /**
   * Asks the client for its settings if it keeps any.
   *
   * @param sent the settings that a client sends by itself.
   * @returns true if the settings may have changed.
   */
  update(sent?: unknown): boolean {
    if (this.canAsk) {
      const asked = this.connection.workspace.getConfiguration(SECTION);
      this.values = asked.then(
        (answer) => ({ ...this.initial, ...sectionOf(answer) }),
        () => this.initial,
      );
    } else if (sent !== undefined) {
      this.values = Promise.resolve({ ...this.initial, ...sectionOf(sent) });
    }
    return this.canAsk || sent !== undefined;
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
