import assert from 'node:assert/strict';
import { columnsOf } from '../../../src/cli/columns';
import { frameOf } from '../../../src/cli/format/frame';
import { positionsIn } from '../../../src/service';
import { BAD } from '../helpers';
import { checkedFile, print, reportOf } from './helpers';

/** The two lines for the part of a text between ⟦ and ⟧. */
function frame(marked: string, width = 60): string[] {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  const text = marked.replace(/[⟦⟧]/g, '');
  const position = positionsIn(text)(start);
  return frameOf(text, { start, end }, position, width, (marks) => marks).split('\n');
}

describe("The frame of a finding's line", () => {
  it('marks the value in its line', () => {
    assert.deepEqual(frame('{\n  "status": ⟦"ACTIVE"⟧\n}'), [
      '    2 |   "status": "ACTIVE"',
      '      |             ^^^^^^^^',
      '',
    ]);
  });

  it('shows a tab as blanks', () => {
    assert.deepEqual(frame('\t"status": ⟦"ACTIVE"⟧'), [
      '    1 |   "status": "ACTIVE"',
      '      |             ^^^^^^^^',
      '',
    ]);
  });

  it('marks what stands behind wide characters, and letters with marks on them', () => {
    const [line = '', marks = ''] = frame('{"name": "服务器🚀e\u0301", "status": ⟦"运行"⟧}');
    assert.equal(columnsOf(line.slice(0, line.indexOf('"运行"'))), marks.indexOf('^'));
    assert.equal(marks.match(/\^/g)?.length, columnsOf('"运行"'));
  });

  it('spells out what nobody sees, inside the value and before it', () => {
    const [line = '', marks = ''] = frame('"\u202e": ⟦"A\u200bB\u001b[2J"⟧');
    assert.equal(line, '    1 | "\\u202e": "A\\u200bB\\u001b[2J"');
    assert.equal(line.indexOf('"A'), marks.indexOf('^'));
    assert.equal(marks.length, line.length);
  });

  it('shows of a long line what stands around the value', () => {
    const long = `${'x'.repeat(100_000)} ⟦"ACTIVE"⟧ ${'y'.repeat(100_000)}`;
    const [line = '', marks = ''] = frame(long);
    assert.match(line, /^ {4}1 \| …x+ "ACTIVE" y+…$/);
    assert.deepEqual([line.length, line.indexOf('"')], [60, marks.indexOf('^')]);
  });

  it('shows no half of a character where it cuts', () => {
    for (let shift = 0; shift < 4; shift += 1) {
      const lines = frame(`${'🚀'.repeat(50)}${'x'.repeat(shift)}⟦"A"⟧${'🚀'.repeat(50)}`);
      assert.doesNotMatch(lines.join('\n'), /\p{Cs}|\\ud/u);
      assert.ok(lines.every((line) => columnsOf(line) <= 60));
    }
  });

  it('shows the beginning of a value that is too long, or goes on in another line', () => {
    const [line = '', marks = ''] = frame(`a: ⟦"${'x'.repeat(500)}"⟧`);
    assert.match(line, /"x+…$/);
    assert.equal(line.length, marks.length);
    assert.deepEqual(frame('a: ⟦|\r\n  b⟧'), ['    1 | a: |', '      |    ^', '']);
  });

  it('marks a place without a value', () => {
    assert.deepEqual(frame('status:⟦⟧'), ['    1 | status:', '      |        ^', '']);
  });
});

describe('check --format text, where a person reads along', () => {
  it('has a heading for each file, and below each finding its line', () => {
    const report = reportOf([checkedFile('a.json', BAD, 120), checkedFile('b.json', '{}', 120)]);
    const [heading, finding, line, marks, ...rest] = print('text', report).split('\n');
    assert.equal(heading, 'a.json');
    assert.match(finding ?? '', /^a\.json:1:76: error status-mismatch: /);
    assert.equal(line, `    1 | ${BAD.trimEnd()}`);
    assert.match(marks ?? '', /^ {6}\| +\^{7}$/);
    assert.deepEqual(rest, ['', '']);
  });
});
