import type { Print, Report } from '../report';
import type { Details } from '../report-file';
import { formatGithub } from './github';
import { formatGitlab } from './gitlab';
import { formatJson } from './json';
import { formatJunit } from './junit';
import { formatSarif } from './sarif';
import { formatText } from './text';

/** The formats by their `--format` name. They yield pieces, as a report can exceed the maximum length of a string. */
export const FORMATS = {
  text: formatText,
  json: formatJson,
  sarif: formatSarif,
  github: formatGithub,
  gitlab: formatGitlab,
  junit: formatJunit,
} satisfies Readonly<Record<string, (report: Report, print: Print) => Iterable<string>>>;

export type Format = keyof typeof FORMATS;

export const FORMAT_NAMES = Object.keys(FORMATS) as Format[];

/** The details that each format prints besides message and place. */
export const DETAILS: Readonly<Record<Format, Pick<Details, 'fixes' | 'fingerprints'>>> = {
  text: { fixes: false, fingerprints: false },
  json: { fixes: true, fingerprints: false },
  sarif: { fixes: true, fingerprints: true },
  github: { fixes: false, fingerprints: false },
  gitlab: { fixes: false, fingerprints: true },
  junit: { fixes: false, fingerprints: false },
};
