import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { RULES, type Severity } from '../../service';
import { CONFIG_NAME } from '../../service/config';
import type { Say } from '../../words';
import { pathFromHere } from '../path-from-here';
import {
  type CheckedFile,
  type Print,
  type Range,
  type Report,
  type ReportedFinding,
  type ReportedFix,
  shown,
} from '../report';
import { fingerprintHere } from './told';
import { writeList, writeValue } from './write-json';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const LEVELS = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
  off: 'none',
} as const;

/** The base id of the folder that the run starts in. */
const ROOT = '%SRCROOT%';

const CODES = [...RULES.keys()];

/** Formats the findings as SARIF 2.1.0, as one run. */
export function* formatSarif(report: Report, print: Pick<Print, 'say' | 'quiet'>): Iterable<string> {
  yield `{\n  "$schema": ${writeValue(SCHEMA, 2)},\n  "version": "2.1.0",\n  "runs": [\n    `;
  yield `${writeValue(runOf(report, print.say), 4).slice(0, -'\n    }'.length)},\n      "results": `;
  yield* writeList(resultsIn(report.files, print), 6, function* (result) {
    yield writeValue(result, 8);
  });
  yield '\n    }\n  ]\n}\n';
}

/** Returns the run without its results. */
function runOf({ files, problems }: Report, say: Say) {
  const notifications = [
    ...problems.map((text) => ({ level: 'error', message: { text: plain(text) } })),
    ...files.flatMap(({ path, skipped }) =>
      skipped === null
        ? []
        : [
            {
              level: 'error',
              message: { text: plain(skipped) },
              locations: [{ physicalLocation: { artifactLocation: artifactOf(path) } }],
            },
          ],
    ),
  ];
  return {
    tool: {
      driver: {
        name: 'server-status',
        version: process.env.SERVER_STATUS_VERSION,
        rules: [...RULES.values()].map(({ code, severity, summary }) => ({
          id: code,
          shortDescription: { text: say(summary) },
          help: helpOf(say, code, say(summary)),
          defaultConfiguration: { level: LEVELS[severity] },
        })),
      },
    },
    invocations: [
      { executionSuccessful: notifications.length === 0, toolExecutionNotifications: notifications },
    ],
    originalUriBaseIds: { [ROOT]: { description: { text: say('The folder where the run starts.') } } },
    columnKind: 'utf16CodeUnits',
  };
}

function helpOf(say: Say, rule: string, summary: string) {
  const help = (option: string, config: string) =>
    say('{summary} Turn this rule off with {option}, or in {config}.', { summary, option, config });
  const option = `--rule ${rule}=off`;
  return { text: help(option, CONFIG_NAME), markdown: help(`\`${option}\``, `\`${CONFIG_NAME}\``) };
}

function* resultsIn(files: readonly CheckedFile[], print: Pick<Print, 'quiet'>) {
  for (const file of files) {
    const regionOf = regionsIn(file);
    const artifact = artifactOf(file.path);
    const placeOf = (range: Range) => ({ artifactLocation: artifact, region: regionOf(range) });
    for (const finding of shown(file, print)) yield resultOf(file, finding, artifact, placeOf);
  }
}

type PlaceOf = (range: Range) => {
  artifactLocation: Artifact;
  region: ReturnType<ReturnType<typeof regionsIn>>;
};

function resultOf(file: CheckedFile, finding: ReportedFinding, artifact: Artifact, placeOf: PlaceOf) {
  const { rule, severity, message, range, related } = finding;
  const fixes = finding.fixes.filter(({ ranges }) => ranges.length > 0);
  return {
    ruleId: rule,
    ruleIndex: CODES.indexOf(rule),
    level: LEVELS[severity satisfies Severity],
    message: { text: plain(message) },
    locations: [{ physicalLocation: placeOf(range) }],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((other, id) => ({
            id,
            message: { text: plain(other.message) },
            physicalLocation: placeOf(other.range),
          })),
        }),
    partialFingerprints: { 'serverStatus/v1': fingerprintHere(file, finding) },
    ...(fixes.length === 0 ? {} : { fixes: fixes.map((fix) => fixOf(fix, artifact, placeOf)) }),
  };
}

function fixOf({ fix, ranges }: ReportedFix, artifactLocation: Artifact, placeOf: PlaceOf) {
  const replacements = ranges.map((range, i) => ({
    deletedRegion: placeOf(range).region,
    insertedContent: { text: fix.edits[i]?.text },
  }));
  return { description: { text: plain(fix.title) }, artifactChanges: [{ artifactLocation, replacements }] };
}

/** Returns a function that converts ranges to regions. SARIF does not count a byte order mark as a character. */
function regionsIn({ hasMark }: CheckedFile) {
  const mark = hasMark ? 1 : 0;
  const column = ({ line, column }: { line: number; column: number }) =>
    line === 1 ? Math.max(column - mark, 1) : column;
  return ({ start, end }: Range) => ({
    startLine: start.line,
    startColumn: column(start),
    endLine: end.line,
    endColumn: column(end),
    charOffset: Math.max(start.offset - mark, 0),
    charLength: end.offset - start.offset,
  });
}

interface Artifact {
  readonly uri: string;
  readonly uriBaseId?: string;
}

/**
 * Returns a file's URI: relative to the run's folder if it lies inside, absolute elsewhere. The standard tells readers
 * to reject a URI with `..`.
 */
function artifactOf(path: string): Artifact {
  const here = pathFromHere(path);
  if (here.startsWith('../') || isAbsolute(here)) return { uri: pathToFileURL(path).href };
  const uri = here
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  return { uri, uriBaseId: ROOT };
}

/** Escapes a message for SARIF: doubles braces, which mark placeholders, and breaks up Markdown links. */
function plain(message: string): string {
  return message.replace(/[{}]/g, '$&$&').replaceAll('](', '] (');
}
