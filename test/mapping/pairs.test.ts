import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Cloud, clouds, deriveStatus, isPlausible } from '../../src/mapping';
import { PAIRS, type PairFacts, readPairs } from './pairs';

/** The facts that the copy was made from; another checkout may not have them. */
const FACTS = join(
  process.env.SERVER_STATUS_FACTS ?? join(process.cwd(), '..', 'shared', 'facts'),
  'pairs.tsv',
);

describe('every pair of vm_state and task_state', () => {
  it('is in the copy once', () => {
    const keys = new Set(PAIRS.map(({ vmState, taskState }) => `${vmState} ${taskState}`));
    assert.deepEqual([PAIRS.length, keys.size], [147, 147]);
  });

  compare(PAIRS);

  it('that Nova produces is in the copy, 138 of them', () => {
    assert.equal(PAIRS.filter(({ plausible }) => plausible).length, 138);
  });

  it('that Nova cannot produce is not plausible', () => {
    const { vmStates, taskStates } = cloud('openstack');
    const plausible = Object.keys(vmStates).flatMap((vmState) =>
      [null, ...Object.keys(taskStates)].filter((taskState) => isPlausible(vmState, taskState)),
    );
    assert.equal(plausible.length, 138);
  });
});

describe('every pair of the facts file', () => {
  if (existsSync(FACTS)) {
    const [, ...lines] = readFileSync(FACTS, 'utf8').trim().split('\n');
    const facts = readPairs(lines.join('\n'));
    it('is in the copy, with the same facts', () => assert.deepEqual(PAIRS, facts));
    compare(facts);
  } else {
    it('is compared where the facts are at hand');
  }
});

function compare(pairs: readonly PairFacts[]): void {
  it('has the status of Nova under openstack', () => {
    assert.deepEqual(
      differences('openstack', pairs, ({ nova }) => nova),
      [],
    );
  });

  it('has the status of the table under ecs-classic, and none without a row', () => {
    assert.deepEqual(
      differences('ecs-classic', pairs, ({ ecs2022 }) => ecs2022),
      [],
    );
  });

  for (const id of ['huaweicloud', 'opentelekomcloud']) {
    it(`has the status of the table under ${id}, and UNKNOWN by the note without a row`, () => {
      assert.deepEqual(
        differences(id, pairs, ({ huawei2024 }) => huawei2024),
        [],
      );
    });
  }

  it('has the status of the table under rackspace, and is listed only with a line of its own', () => {
    assert.deepEqual(
      differences('rackspace', pairs, ({ rackspace }) => rackspace, writeListed),
      [],
    );
  });

  it('is plausible where Nova produces it', () => {
    const wrong = pairs.filter(
      ({ vmState, taskState, plausible }) => isPlausible(vmState, taskState) !== plausible,
    );
    assert.deepEqual(wrong, []);
  });
}

function differences(
  id: string,
  pairs: readonly PairFacts[],
  expected: (pair: PairFacts) => string,
  write = writeStatus,
): string[] {
  return pairs
    .filter((pair) => write(cloud(id), pair) !== expected(pair))
    .map((pair) => `${pair.vmState} ${pair.taskState}: ${write(cloud(id), pair)}, not ${expected(pair)}`);
}

/** A derivation as the table of pairs writes it. */
function writeStatus(cloud: Cloud, { vmState, taskState }: PairFacts): string {
  const { status, by } = deriveStatus(cloud, vmState, taskState);
  return `${status ?? '-'}${by === 'note' ? '*' : ''}`;
}

function writeListed(cloud: Cloud, { vmState, taskState }: PairFacts): string {
  const { status, listed } = deriveStatus(cloud, vmState, taskState);
  return listed ? `${status}` : '-';
}

function cloud(id: string): Cloud {
  const found = clouds.get(id);
  assert.ok(found);
  return found;
}
