import { check, type RuleCode } from '../service';
import type { ServedFixture } from './served';

/** How many findings some files have, and how many they would have. */
export interface FindingCounts {
  /** As things are. */
  readonly now: number;
  /** Those of a rule. */
  readonly byRule: ReadonlyMap<RuleCode, number>;
  /** If a cloud were named for them, by its id; a file that names its own cloud keeps it. */
  readonly byCloud: ReadonlyMap<string, number>;
}

export const NO_FINDINGS: FindingCounts = { now: 0, byRule: new Map(), byCloud: new Map() };

/** Adds what one more file has. */
export function withFile(
  counts: FindingCounts,
  { fixture, options, findings }: ServedFixture,
): FindingCounts {
  const found = findings();
  const byRule = new Map(counts.byRule);
  for (const { rule } of found) byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
  const byCloud = new Map(counts.byCloud);
  for (const cloud of fixture.servers.length > 0 ? fixture.clouds.keys() : []) {
    const under = check(fixture, { ...options, cloud, cloudFrom: 'config' });
    byCloud.set(cloud, (byCloud.get(cloud) ?? 0) + under.length);
  }
  return { now: counts.now + found.length, byRule, byCloud };
}
