import assert from 'node:assert/strict';
import { sharedWorkbench } from './open-workbench';
import { until } from './wait';
import type { Workbench } from './workbench';

const SERVER = `server:
  status: ACTIVE
  OS-EXT-STS:vm_state: active
  OS-EXT-STS:task_state: null
`;

/** What is wrong with what a screen reader is told of a choice; empty for nothing. */
function faults(entries: readonly string[]): string[] {
  return entries.filter(
    (entry) =>
      // An icon by its name, a picture letter, a part that is not there, a value and no word about it.
      /^(info|copy|insert|symbol-[\w-]+)[ ,]|\$\(|\p{Co}|, ,|,$/u.test(entry) || !/[a-z]/.test(entry),
  );
}

describe('A person who cannot see the screen', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await sharedWorkbench({ 'server.yaml': SERVER });
    await workbench.openFile('server.yaml');
    await workbench.goTo(2, 5);
  });

  /** A question, once it is asked and such an entry is among its answers. */
  const heard = (wanted: RegExp) =>
    until(`an answer like ${wanted}`, async () => {
      const read = await workbench.readAloud();
      return read.asks !== '' && read.entries.some((entry) => wanted.test(entry)) ? read : undefined;
    });

  for (const { title, first, second } of [
    { title: 'Look Up Status', first: /^ACTIVE, status · all clouds, Running/, second: /^Copy ACTIVE$/ },
    {
      title: 'Set Server State',
      first: /^BUILD, building, Being created: its host/,
      second: /^null, active, No op/,
    },
    { title: 'Insert Server', first: /^ACTIVE, active, Running/, second: /^null, active, No operation/ },
    {
      title: 'Select Cloud',
      first: /^huaweicloud, Huawei Cloud ECS, /,
      second: /^This workspace, the setting/,
    },
  ]) {
    it(`is told what ${title} asks, and each answer with what it means`, async () => {
      await workbench.runCommand(`Server Status: ${title}`);
      const question = await heard(first);
      assert.deepEqual(faults(question.entries), []);
      assert.match(question.asks, /\w+ .* - \w+/);

      await workbench.press('Enter');
      const next = await heard(second);
      assert.deepEqual(faults(next.entries), []);
      await workbench.dismiss();
    });
  }
});
