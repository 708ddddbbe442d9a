import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type Edit,
  type Finding,
  type Fix,
  fixesOf,
  type Related,
  RULES,
  type Severity,
  type Span,
} from '../../service';
import { CONFIG_NAME } from '../../service/config';
import type { Say } from '../../words';
import { pathFromHere } from '../path-from-here';
import type { CheckedFile, Print, Report } from '../report';
import { fingerprintHere, rangesIn, type Told, toldOf } from './told';
import { writeList, writeValue } from './write-json';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const LEVELS = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
  off: 'none',
} as const;

/** The name of the folder that the run starts in. */
const ROOT = '%SRCROOT%';

const CODES = [...RULES.keys()];

/** The findings as SARIF 2.1.0, one run. */
export function* formatSarif(report: Report, print: Pick<Print, 'say' | 'quiet'>): Iterable<string> {
  yield `{\n  "$schema": ${writeValue(SCHEMA, 2)},\n  "version": "2.1.0",\n  "runs": [\n    `;
  yield `${writeValue(runOf(report, print.say), 4).slice(0, -'\n    }'.length)},\n      "results": `;
  yield* writeList(resultsIn(report.files, print), 6, function* (result) {
    yield writeValue(result, 8);
  });
  yield '\n    }\n  ]\n}\n';
}

/** All of the run but its results. */
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
    originalUriBaseIds: { [ROOT]: { description: { text: say('The folder that the run starts in.') } } },
    columnKind: 'utf16CodeUnits',
  };
}

function helpOf(say: Say, rule: string, summary: string) {
  const help = (option: string, config: string) =>
    say('{summary} Turn this rule off with {option}, or in {config}.', { summary, option, config });
  const option = `--rule ${rule}=off`;
  return { text: help(option, CONFIG_NAME), markdown: help(`\`${option}\``, `\`${CONFIG_NAME}\``) };
}

function* resultsIn(files: readonly CheckedFile[], print: Pick<Print, 'say' | 'quiet'>) {
  for (const file of files) {
    const regionOf = regionsIn(file);
    const artifact = artifactOf(file.path);
    const placeOf = (span: Span) => ({ artifactLocation: artifact, region: regionOf(span) });
    for (const { finding, message } of toldOf(file, print)) {
      yield resultOf(file, finding, message, placeOf, print.say);
    }
  }
}

type PlaceOf = (span: Span) => {
  artifactLocation: Artifact;
  region: ReturnType<ReturnType<typeof regionsIn>>;
};

function resultOf(file: CheckedFile, finding: Finding, message: Told['message'], placeOf: PlaceOf, say: Say) {
  const { rule, severity, span, related } = finding;
  const fixes = fixesOf(say, file.fixture, finding).filter(({ edits }) => edits.length > 0);
  return {
    ruleId: rule,
    ruleIndex: CODES.indexOf(rule),
    level: LEVELS[severity satisfies Severity],
    message: { text: plain(message) },
    locations: [{ physicalLocation: placeOf(span) }],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((other: Related, id) => ({
            id,
            message: { text: plain(other.message) },
            physicalLocation: placeOf(other.span),
          })),
        }),
    partialFingerprints: { 'serverStatus/v1': fingerprintHere(file, finding) },
    ...(fixes.length === 0 ? {} : { fixes: fixes.map((fix) => fixOf(fix, placeOf)) }),
  };
}

function fixOf({ title, edits }: Fix, placeOf: PlaceOf) {
  const { artifactLocation } = placeOf({ start: 0, end: 0 });
  const replacements = edits.map(({ offset, length, text }: Edit) => ({
    deletedRegion: placeOf({ start: offset, end: offset + length }).region,
    insertedContent: { text },
  }));
  return { description: { text: plain(title) }, artifactChanges: [{ artifactLocation, replacements }] };
}

/** Turns spans into regions. A byte order mark is no character of the file here. */
function regionsIn(file: CheckedFile) {
  const rangeOf = rangesIn(file);
  const mark = file.fixture.text.startsWith('\uFEFF') ? 1 : 0;
  const column = ({ line, column }: { line: number; column: number }) =>
    line === 1 ? Math.max(column - mark, 1) : column;
  return (span: Span) => {
    const { start, end } = rangeOf(span);
    return {
      startLine: start.line,
      startColumn: column(start),
      endLine: end.line,
      endColumn: column(end),
      charOffset: Math.max(span.start - mark, 0),
      charLength: span.end - span.start,
    };
  };
}

interface Artifact {
  readonly uri: string;
  readonly uriBaseId?: string;
}

/**
 * A file as a URI: inside the folder of the run from there; elsewhere the whole path, since the standard has readers reject
 * a URI with `..`.
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

/** A message as the standard wants it: braces, which would fill something in, twice; nothing that makes a link. */
function plain(message: string): string {
  return message.replace(/[{}]/g, '$&$&').replaceAll('](', '] (');
}
