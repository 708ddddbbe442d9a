import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import { type Finding, sayFinding } from '../service';
import { type ConfigProblem, readConfig } from '../service/config';
import { type ConfigFiles, isConfigFile } from './config-files';
import type { Documents, Served } from './documents';
import { rangeOf } from './ranges';

const SOURCE = 'server-status';

/** The milliseconds without typing after which a document is checked. */
const REST = 100;

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

/** Sends the findings of all open documents, and the mistakes of the config files that apply to them. */
export class Publisher {
  private readonly waiting = new Map<string, ReturnType<typeof setTimeout>>();
  /** The latest check of each document. An older one that waited for a config discards its result. */
  private readonly latest = new Map<string, symbol>();
  /** The config files whose mistakes the client has. */
  private readonly shown = new Set<string>();

  constructor(
    private readonly connection: Connection,
    private readonly client: ClientCapabilities,
    private readonly documents: Documents,
    private readonly configs: ConfigFiles,
  ) {}

  /** Checks a document once nobody has typed in it for a moment. */
  soon(uri: string): void {
    this.cancel(uri);
    this.waiting.set(
      uri,
      setTimeout(() => void this.now(uri), REST),
    );
  }

  /** Checks a document and sends what was found. */
  async now(uri: string): Promise<void> {
    this.cancel(uri);
    const document = this.documents.get(uri);
    if (document === undefined) return;
    if (isConfigFile(uri)) {
      this.send(uri, problemsIn(document, readConfig(document.getText(), this.configs.language).problems));
      return;
    }
    const turn = Symbol();
    this.latest.set(uri, turn);
    const { version } = document;
    const revision = this.documents.revisionOf(uri);
    const diagnostics = await this.documents.use(uri, (served) => this.diagnosticsOf(served));
    // A change of the document has its own check.
    if (this.latest.get(uri) !== turn || this.documents.revisionOf(uri) !== revision) return;
    this.send(uri, diagnostics ?? [], version);
    this.showConfigs();
  }

  /** Removes the findings of a closed document. A config file shows the mistakes that it has on disk. */
  close(uri: string): void {
    this.cancel(uri);
    this.latest.delete(uri);
    this.send(uri, []);
    this.shown.delete(uri);
    this.showConfigs();
  }

  /** Reads the config files again, and checks all documents. */
  async refresh(): Promise<void> {
    const shown = [...this.shown];
    this.shown.clear();
    this.configs.forget();
    await Promise.all(this.documents.uris().map((uri) => this.now(uri)));
    for (const uri of shown) if (!this.shown.has(uri) && !this.documents.get(uri)) this.send(uri, []);
  }

  private cancel(uri: string): void {
    clearTimeout(this.waiting.get(uri));
    this.waiting.delete(uri);
  }

  private showConfigs(): void {
    for (const [path, { text, problems }] of this.configs.known()) {
      const uri = this.documents.uriOf(path);
      if (this.shown.has(uri) || this.documents.at(path)) continue;
      this.shown.add(uri);
      this.send(uri, problemsIn(TextDocument.create(uri, 'jsonc', 0, text), problems));
    }
  }

  private send(uri: string, diagnostics: Diagnostic[], version?: number): void {
    const versioned = version === undefined ? {} : { version };
    // The client may have gone.
    this.connection.sendDiagnostics({ uri, diagnostics, ...versioned }).catch(() => {});
  }

  private diagnosticsOf({ document, fixture, options, findings }: Served): Diagnostic[] {
    const canRelate = this.client.textDocument?.publishDiagnostics?.relatedInformation === true;
    return findings().map((finding) => ({
      range: rangeOf(document, finding.span),
      severity: SEVERITIES[finding.severity],
      source: SOURCE,
      code: finding.rule,
      message: sayFinding(options.say, fixture, finding),
      ...(canRelate ? { relatedInformation: relatedTo(document, finding) } : {}),
    }));
  }
}

function relatedTo(document: TextDocument, { related }: Finding) {
  return related.map(({ message, span }) => ({
    location: { uri: document.uri, range: rangeOf(document, span) },
    message,
  }));
}

function problemsIn(document: TextDocument, problems: readonly ConfigProblem[]): Diagnostic[] {
  return problems.map(({ message, span }) => ({
    range: rangeOf(document, span),
    severity: DiagnosticSeverity.Error,
    source: SOURCE,
    message,
  }));
}
