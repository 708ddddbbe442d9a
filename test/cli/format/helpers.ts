import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import sax from 'sax';
import { FORMATS, type Format } from '../../../src/cli/format';
import { type CheckedFile, count, type Print, type Report } from '../../../src/cli/report';
import { reportFile } from '../../../src/cli/report-file';
import { ENDINGS } from '../../../src/fixture';
import { check, type Finding, type Fixture, readFixture } from '../../../src/service';
import { inEnglish } from '../../../src/words';

/** A file's fixture and findings, before anything is worked out for a report. */
export function foundIn(path: string, text: string): { fixture: Fixture; findings: Finding[] } {
  const ending = extname(path).slice(1);
  const languageId = [...ENDINGS].find(([, endings]) => endings.includes(ending))?.[0] ?? 'json';
  const fixture = readFixture(text, languageId);
  return { fixture, findings: check(fixture) };
}

/** A file as `check` leaves it, with all that any format asks for; with a width, it also shows the places of its findings. */
export function checkedFile(path: string, text: string, width?: number): CheckedFile {
  const { fixture, findings } = foundIn(path, text);
  const frame = width === undefined ? undefined : { width, color: false };
  return reportFile(inEnglish, path, fixture, findings, { fixes: true, fingerprints: true, frame });
}

/** A file that could not be checked. */
export function skippedFile(path: string, skipped: string): CheckedFile {
  return { ...checkedFile(path, ''), skipped };
}

export function reportOf(files: readonly CheckedFile[], problems: readonly string[] = []): Report {
  return { files, summary: count(files), problems };
}

const GOLDEN = join(process.cwd(), 'test', 'golden', 'check');

/** The golden fixtures: every rule, in every language. */
export function goldenFiles(): { readonly path: string; readonly text: string }[] {
  const names = readdirSync(GOLDEN).filter((name) => !name.endsWith('.findings.json'));
  return names.map((path) => ({ path, text: readFileSync(join(GOLDEN, path), 'utf8') }));
}

/** The report on the golden fixtures; with a width, it also shows the places of its findings. */
export function goldenReport(width?: number): Report {
  return reportOf(goldenFiles().map(({ path, text }) => checkedFile(path, text, width)));
}

export function print(format: Format, report: Report, how: Partial<Print> = {}): string {
  const plain: Print = { say: inEnglish, quiet: false, color: false, warningsFail: false };
  return [...FORMATS[format](report, { ...plain, ...how })].join('');
}

/** An element of an XML text. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: Element | undefined;
  text: string;
}

/** The elements of an XML text in their order. Throws where it is not well-formed. */
export function elementsOf(xml: string): Element[] {
  const parser = sax.parser(true);
  const elements: Element[] = [];
  const open: Element[] = [];
  parser.onopentag = ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, parent: open.at(-1), text: '' };
    elements.push(element);
    open.push(element);
  };
  parser.onclosetag = () => void open.pop();
  parser.ontext = (text) => {
    const last = open.at(-1);
    if (last) last.text += text;
  };
  parser.onerror = (error) => {
    throw error;
  };
  parser.write(xml).close();
  // What the parser lets through, and the standard does not.
  if (/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(xml)) throw new Error('No XML 1.0');
  return elements;
}
