import assert from 'node:assert/strict';
import type { Sample } from './sample';
import { growth } from './verdict';

const MB = 1e6;
const STILL: Omit<Sample, 'minute'> = {
  rounds: 0,
  heap: 80 * MB,
  resident: 300 * MB,
  handles: 20,
  files: 40,
  diagnostics: 0,
  documents: 1,
};

const hour = (of: (minute: number) => Partial<Sample>) =>
  Array.from({ length: 60 }, (_, i) => ({ ...STILL, minute: i + 1, ...of(i + 1) }));

describe('The verdict on an hour of editing', () => {
  it('finds nothing where nothing grows', () => assert.deepEqual(growth(hour(() => ({}))), []));

  it('looks over the first ten minutes', () =>
    assert.deepEqual(growth(hour((minute) => ({ heap: Math.min(minute, 10) * 8 * MB }))), []));

  it('is not deceived by a single high figure', () =>
    assert.deepEqual(growth(hour((minute) => ({ heap: (minute % 10 === 0 ? 160 : 80) * MB }))), []));

  it('finds a heap that keeps growing', () =>
    assert.deepEqual(growth(hour((minute) => ({ heap: (80 + minute / 4) * MB }))), [
      'heap grew from 84500000 to 93000000',
    ]));

  it('finds a handle that is left behind every ten minutes', () =>
    assert.deepEqual(growth(hour((minute) => ({ handles: 20 + Math.floor(minute / 8) }))), [
      'handles grew from 22 to 26',
    ]));

  it('finds diagnostics that stay', () =>
    assert.deepEqual(growth(hour((minute) => ({ diagnostics: minute > 40 ? 1 : 0 }))), [
      'diagnostics grew from 0 to 1',
    ]));
});
