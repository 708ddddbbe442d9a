import type { Format } from '../../../src/cli/format';
import { elementsOf } from './helpers';

/** Where a finding stands and what it is, which every format says. */
export interface Read {
  readonly rule: string;
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** Reads the findings back out of a format's text, as a consumer does. */
export const READERS: Readonly<Record<Format, (text: string) => Read[]>> = {
  text: (text) =>
    [...text.matchAll(/^(.+):(\d+):(\d+): (?:error|warning|information|hint) ([\w-]+): /gm)].map(
      ([, path = '', line, column, rule = '']) => ({
        rule,
        path,
        line: Number(line),
        column: Number(column),
      }),
    ),

  json: (text) =>
    JSON.parse(text).files.flatMap(({ path, findings }: { path: string; findings: JsonFinding[] }) =>
      findings.map(({ rule, range }) => ({ rule, path, line: range.start.line, column: range.start.column })),
    ),

  sarif: (text) =>
    JSON.parse(text).runs[0].results.map(({ ruleId, locations }: SarifResult) => {
      const { artifactLocation, region } = locations[0].physicalLocation;
      const path = decodeURIComponent(artifactLocation.uri);
      return { rule: ruleId, path, line: region.startLine, column: region.startColumn };
    }),

  github: (text) =>
    text
      .split('\n')
      .filter((line) => /^::(?:error|warning|notice) .*\btitle=/.test(line))
      .map((line) => {
        const written = line.split('::')[1]?.replace(/^\w+ /, '').split(',') ?? [];
        const properties = new Map(written.map((pair) => pair.split('=', 2) as [string, string]));
        const of = (name: string) => plain(properties.get(name) ?? '');
        return {
          rule: of('title'),
          path: of('file'),
          line: Number(of('line')),
          column: Number(of('col')),
        };
      }),

  gitlab: (text) =>
    JSON.parse(text).map(({ check_name, location }: GitlabIssue) => {
      const { path, positions } = location;
      return { rule: check_name, path, ...positions.begin };
    }),

  junit: (text) =>
    elementsOf(text)
      .filter(({ name, attributes }) => name === 'testcase' && attributes.line !== undefined)
      .map(({ attributes: { name = '', file = '', line } }) => {
        const [, rule = '', column] = /^([\w-]+) at \d+:(\d+)$/.exec(name) ?? [];
        return { rule, path: file, line: Number(line), column: Number(column) };
      }),
};

const ESCAPES: Readonly<Record<string, string>> = {
  '%0D': '\r',
  '%0A': '\n',
  '%3A': ':',
  '%2C': ',',
  '%25': '%',
};

/** Takes back what GitHub's runner takes back. */
function plain(text: string): string {
  return text.replace(/%(?:0D|0A|3A|2C|25)/g, (escaped) => ESCAPES[escaped] ?? '');
}

interface JsonFinding {
  readonly rule: string;
  readonly range: { readonly start: { readonly line: number; readonly column: number } };
}

interface SarifResult {
  readonly ruleId: string;
  readonly locations: readonly [
    {
      readonly physicalLocation: {
        readonly artifactLocation: { readonly uri: string };
        readonly region: { readonly startLine: number; readonly startColumn: number };
      };
    },
  ];
}

interface GitlabIssue {
  readonly check_name: string;
  readonly location: {
    readonly path: string;
    readonly positions: { readonly begin: { readonly line: number; readonly column: number } };
  };
}
