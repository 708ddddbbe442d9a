import assert from 'node:assert/strict';
import { blocksOf } from '../../../src/fixture';
import { replaced } from '../../../src/fixture/change/blocks';
import { tallyOf } from '../../../src/service/judge/tally';
import type { Mark } from '../../../src/service/recognise/marks';
import { cloudCalled } from '../helpers';

const [huawei, rackspace] = [cloudCalled('huaweicloud'), cloudCalled('rackspace')];

/** Marks at 0, 10, 20 …; every third one fits a second cloud, too. */
const MARKS = Array.from({ length: 100 }, (_, i): Mark => {
  const clouds = i % 3 === 0 ? [huawei, rackspace] : [huawei];
  return { clouds, text: `m${i}`, span: { start: 10 * i, end: 10 * i + 5 }, isHost: false };
});

const EVERYWHERE = { start: 0, end: Number.POSITIVE_INFINITY };

describe('Marks that are added up', () => {
  const tally = tallyOf(blocksOf(MARKS));

  it('are counted in every span', () => {
    for (const [start, end] of [
      [0, 1],
      [0, 10],
      [1, 10],
      [5, 995],
      [310, 330],
      [320, 320],
      [990, 2000],
      [991, 2000],
    ] as const) {
      const inside = MARKS.filter(({ span }) => span.start >= start && span.start < end);
      const fitting = inside.filter(({ clouds }) => clouds.includes(rackspace));
      const span = { start, end };
      assert.equal(tally.count(span), inside.length, `${start} ${end}`);
      assert.equal(tally.countFitting(span, rackspace), fitting.length);
      assert.equal(tally.countFitting(span, huawei), inside.length);
      assert.equal(tally.first(span), inside[0]);
    }
    assert.equal(tally.count(EVERYWHERE), 100);
  });

  it('are none where there are none', () => {
    const none = tallyOf([]);
    assert.deepEqual(
      [none.count(EVERYWHERE), none.countFitting(EVERYWHERE, huawei), none.first(EVERYWHERE)],
      [0, 0, undefined],
    );
  });

  it('are counted where they have moved', () => {
    const behind = (amount: number) => (mark: Mark) => ({
      ...mark,
      span: { start: mark.span.start + amount, end: mark.span.end + amount },
    });
    const part = { start: 0, end: 5 };
    const moved = tallyOf(
      replaced(blocksOf(MARKS), [], part, { growth: 1000, around: (mark) => mark, behind }),
    );
    assert.equal(moved.count(EVERYWHERE), 99);
    assert.equal(moved.count({ start: 0, end: 1010 }), 0);
    assert.equal(moved.first(EVERYWHERE)?.text, 'm1');
    assert.equal(moved.countFitting({ start: 1500, end: 1990 }, rackspace), 16);
    assert.equal(moved.first({ start: 1500, end: 1990 })?.span.start, 1500);
  });
});
