import assert from 'node:assert/strict';
import { boxOfText, flatten, type Item } from '../../src/map';
import { moved, text } from '../../src/map/drawing';
import { textWidth, wrap } from '../../src/map/text-width';

const FONT = { size: 100 };

/** In whole pixels, since hundredths do not add up exactly. */
const widthOf = (...of: Parameters<typeof textWidth>) => Math.round(textWidth(...of));

describe('The width of a text', () => {
  it('is the sum of its letters, by the widest of the usual fonts', () => {
    assert.equal(widthOf('', FONT), 0);
    assert.equal(widthOf('i', FONT), 29);
    assert.equal(widthOf('im', FONT), 29 + 99);
    assert.equal(widthOf('im', { size: 50 }), (29 + 99) / 2);
  });

  it('is an eighth more in bold', () => {
    assert.equal(widthOf('M', { size: 100, bold: true }), 115);
  });

  it('is as much as its height for a letter that is in no table', () => {
    assert.equal(widthOf('态', FONT), 103);
    assert.equal(widthOf('🚀', FONT), 103);
  });
});

describe('Breaking words into lines', () => {
  const lines = (width: number, glue?: string) => wrap(['i', 'i', 'i'], width, FONT, glue);

  it('fills each line as far as it goes', () => {
    assert.deepEqual(lines(1000), ['i i i']);
    // Two letters and a blank take 100.
    assert.deepEqual(lines(100), ['i i', 'i']);
    assert.deepEqual(lines(99), ['i', 'i', 'i']);
  });

  it('keeps what stands between two words at the end of a line, without its blank', () => {
    assert.deepEqual(lines(142, ', '), ['i, i,', 'i']);
  });

  it('gives a word that is too wide a line of its own', () => {
    assert.deepEqual(wrap(['i', 'MMMM', 'i'], 100, FONT), ['i', 'MMMM', 'i']);
  });

  it('has no line for no word', () => {
    assert.deepEqual(wrap([], 100, FONT), []);
  });
});

describe('The parts of a drawing', () => {
  const at = (anchor: 'start' | 'middle' | 'end') => boxOfText(text('ii', [100, 200], FONT, '', anchor));

  it('have a text left, around or right of its place, above the baseline but for a quarter', () => {
    const { x, y, width, height } = at('start');
    assert.deepEqual([x, y, Math.round(width), height], [100, 100, 58, 125]);
    assert.deepEqual([at('middle').x, at('end').x].map(Math.round), [71, 42]);
  });

  it('move together, those in groups too', () => {
    const items: Item[] = [
      { kind: 'box', box: { x: 1, y: 2, width: 3, height: 4 }, classes: '', radius: 5 },
      {
        kind: 'group',
        classes: '',
        title: '',
        items: [
          {
            kind: 'line',
            points: [
              [1, 2],
              [3, 4],
            ],
            classes: '',
          },
          { kind: 'dot', at: [1, 2], radius: 3, classes: '' },
        ],
      },
    ];
    const [box, line, dot] = flatten(moved(items, 10, 100));
    assert.deepEqual(box?.kind === 'box' && box.box, { x: 11, y: 102, width: 3, height: 4 });
    assert.deepEqual(line?.kind === 'line' && line.points, [
      [11, 102],
      [13, 104],
    ]);
    assert.deepEqual(dot?.kind === 'dot' && [dot.at, dot.radius], [[11, 102], 3]);
  });
});
