import assert from 'node:assert/strict';
import { type Drawing, layoutDiagram, layoutMap, stateMap } from '../../src/map';
import { resolveCloud } from '../../src/mapping';
import { isInside, itemsOf, LANGUAGES, overlap, piecesOf, textsOf } from './helpers';

/** Clouds with names of all lengths, with too few vm_states and with too many. */
const ODD = [
  resolveCloud(
    {
      id: 'long',
      title: 'A cloud with a very long title that goes on and on and on, for no good reason at all',
      vmStates: { active: '', [`${'x'.repeat(80)}`]: 'A long name.', 停止: 'In Chinese.' },
      rows: [
        { vmState: 'active', taskState: null, status: 'W'.repeat(70) },
        { vmState: '停止', taskState: '関'.repeat(40), status: '已停止' },
      ],
    },
    new Map(),
  ),
  resolveCloud({ id: 'empty', title: 'Empty' }, new Map()),
  resolveCloud(
    {
      id: 'few',
      title: 'Few',
      vmStates: { paused: '', shelved: '', suspended: '', error: '', building: '' },
    },
    new Map(),
  ),
];

const PICTURES = LANGUAGES.flatMap(({ language, say, clouds }) =>
  [...clouds, ...ODD].map((cloud) => ({ language, say, cloud })),
);

for (const { language, say, cloud } of PICTURES) {
  describe(`The picture of ${cloud.id} in ${language}`, () => {
    const map = () => stateMap(say, cloud);
    const drawing = () => layoutMap(say, map());
    const boxesOf = (drawn: Drawing) => itemsOf(drawn, 'box').map(({ box }) => box);

    it('has no two texts that overlap', () => {
      const texts = textsOf(drawing());
      const pairs = texts.flatMap((a, index) =>
        texts.slice(index + 1).flatMap((b) => (overlap(a.box, b.box) ? [`${a.text} / ${b.text}`] : [])),
      );
      assert.deepEqual(pairs, []);
    });

    it('has no two boxes that overlap', () => {
      const boxes = boxesOf(drawing());
      const pairs = boxes.flatMap((a, index) => boxes.slice(index + 1).filter((b) => overlap(a, b)));
      assert.deepEqual(pairs, []);
    });

    it('has each text wholly in a box or wholly outside of all', () => {
      const drawn = drawing();
      const boxes = boxesOf(drawn);
      const cut = textsOf(drawn).filter(({ box }) =>
        boxes.some((other) => overlap(box, other) && !isInside(box, other)),
      );
      assert.deepEqual(cut, []);
    });

    it('has everything inside its edges', () => {
      const drawn = drawing();
      const sheet = { x: 0, y: 0, width: drawn.width, height: drawn.height };
      const outside = [...textsOf(drawn).map(({ box }) => box), ...boxesOf(drawn)].filter(
        (box) => !isInside(box, sheet),
      );
      assert.deepEqual(outside, []);
    });

    it('has no two texts that overlap in its narrow form either', () => {
      const narrow = textsOf(layoutDiagram(say, map(), 0));
      assert.ok(narrow.every((a, index) => narrow.slice(index + 1).every((b) => !overlap(a.box, b.box))));
    });

    it('has no line that runs through a text or a box', () => {
      const drawn = layoutDiagram(say, map());
      const lines = piecesOf(drawn);
      const hit = [...textsOf(drawn).map(({ box }) => box), ...boxesOf(drawn)].filter((box) =>
        lines.some((line) => overlap(line, box)),
      );
      assert.deepEqual(hit, []);
    });

    it('has no lines that cross, but for those that join', () => {
      const drawn = layoutDiagram(say, map());
      const lines = piecesOf(drawn);
      const dots = itemsOf(drawn, 'dot').map(({ at }) => at);
      const upright = lines.filter(({ width }) => width === 0);
      const crossings = upright.flatMap((a) =>
        lines
          .filter(
            (b) => b.height === 0 && b.x < a.x && a.x < b.x + b.width && a.y < b.y && b.y < a.y + a.height,
          )
          .filter((b) => !dots.some(([x, y]) => x === a.x && y === b.y)),
      );
      assert.deepEqual(crossings, []);
    });
  });
}
