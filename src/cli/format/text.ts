import { styleText } from 'node:util';
import { type CheckedFile, type Print, type Report, shown } from '../report';
import { sayPath } from '../say-path';
import { frameOf } from './frame';
import { type Told, toldOf } from './told';

const COLORS = { error: 'red', warning: 'yellow', information: 'blue', hint: 'gray' } as const;

type Style = Parameters<typeof styleText>[0];

type Paint = (style: Style, text: string) => string;

/**
 * The findings as people and editors read them: `file:line:column: severity code: message`, one a line. Where a person
 * reads along, each file has a heading and each of these lines shows its place below.
 */
export function* formatText({ files }: Report, print: Print): Iterable<string> {
  const { color, frame } = print;
  const paint: Paint = (style, text) => (color ? styleText(style, text, { validateStream: false }) : text);
  for (const file of files) {
    if (frame !== undefined && shown(file, print).length > 0) {
      yield `${paint(['bold', 'underline'], sayPath(file.path))}\n`;
    }
    for (const told of toldOf(file, print)) {
      yield line(file, told, paint);
      if (frame !== undefined) yield `${framed(file, told, frame, paint)}\n`;
    }
  }
}

function line({ path }: CheckedFile, { finding: { rule, severity }, message, range }: Told, paint: Paint) {
  const { line, column } = range.start;
  return `${sayPath(path)}:${line}:${column}: ${paint(COLORS[severity], severity)} ${rule}: ${message}\n`;
}

function framed({ fixture }: CheckedFile, { finding, range }: Told, width: number, paint: Paint): string {
  const { span, severity } = finding;
  return frameOf(fixture.text, span, range.start, width, (marks) => paint(COLORS[severity], marks));
}
