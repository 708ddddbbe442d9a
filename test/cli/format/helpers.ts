import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import sax from 'sax';
import { FORMATS, type Format } from '../../../src/cli/format';
import { type CheckedFile, count, type Print, type Report } from '../../../src/cli/report';
import { ENDINGS } from '../../../src/fixture';
import { check, readFixture } from '../../../src/service';
import { inEnglish } from '../../../src/words';

/** A file as `check` leaves it. */
export function checkedFile(path: string, text: string): CheckedFile {
  const ending = extname(path).slice(1);
  const languageId = [...ENDINGS].find(([, endings]) => endings.includes(ending))?.[0] ?? 'json';
  const fixture = readFixture(text, languageId);
  return { path, fixture, findings: check(fixture), explanation: null, skipped: null, faults: [] };
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
export function goldenReport(): Report {
  const names = readdirSync(GOLDEN).filter((name) => !name.endsWith('.findings.json'));
  return reportOf(names.map((name) => checkedFile(name, readFileSync(join(GOLDEN, name), 'utf8'))));
}

export function print(format: Format, report: Report, how: Partial<Print> = {}): string {
  const plain: Print = { say: inEnglish, quiet: false, color: false, frame: undefined, warningsFail: false };
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
