import type { Sample } from './sample';

/** How many minutes of an hour VS Code may take to fill its caches. */
const WARM_UP = 10;

/** By how much the later median of a figure may exceed the earlier one: a factor, and a number on top. */
const TOLERANCES: readonly { what: keyof Sample; factor: number; more: number }[] = [
  { what: 'heap', factor: 1.05, more: 1_000_000 },
  { what: 'handles', factor: 1, more: 3 },
  { what: 'files', factor: 1, more: 3 },
  { what: 'diagnostics', factor: 1, more: 0 },
  { what: 'documents', factor: 1, more: 3 },
];

/**
 * Says which figures grew: compares their medians in the first third after the warm-up and in the last one.
 *
 * @param samples in the order of time; of a run of less than an hour a part as large is left out at its start.
 */
export function growth(samples: readonly Sample[]): string[] {
  const last = samples.at(-1)?.minute ?? 0;
  const from = Math.min(WARM_UP, last / 3);
  const warm = samples.filter(({ minute }) => minute >= from);
  const third = Math.max(1, Math.floor(warm.length / 3));
  return TOLERANCES.flatMap(({ what, factor, more }) => {
    const before = median(warm.slice(0, third).map((one) => one[what]));
    const after = median(warm.slice(-third).map((one) => one[what]));
    return after > before * factor + more ? [`${what} grew from ${before} to ${after}`] : [];
  });
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
}
