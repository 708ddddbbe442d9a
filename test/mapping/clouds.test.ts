import assert from 'node:assert/strict';
import { type Cloud, clouds, DEFAULT_CLOUD } from '../../src/mapping';
import { type Document, ECS_2022, ECS_2024, NOVA, RACKSPACE } from './documents';

const DOCUMENTS: readonly [id: string, document: Document, pairs: number][] = [
  ['openstack', NOVA, 39],
  ['huaweicloud', ECS_2024, 44],
  ['opentelekomcloud', ECS_2024, 44],
  ['ecs-classic', ECS_2022, 36],
  ['rackspace', RACKSPACE, 22],
];

describe('the clouds', () => {
  it('are the five of the documents', () => {
    assert.deepEqual(
      [...clouds.keys()],
      DOCUMENTS.map(([id]) => id),
    );
  });

  it('are openstack where nothing else is said', () => {
    assert.equal(clouds.get(DEFAULT_CLOUD)?.title, 'OpenStack Nova');
  });

  for (const [id, document, pairs] of DOCUMENTS) {
    describe(id, () => {
      const cloud = clouds.get(id) as Cloud;

      it('has the statuses of its document', () => {
        assert.deepEqual(Object.keys(cloud.statuses), document.statuses);
      });

      it('has the vm_states of its document', () => {
        assert.deepEqual(Object.keys(cloud.vmStates), document.vmStates);
      });

      it('has the task_states of its document', () => {
        assert.deepEqual(Object.keys(cloud.taskStates), document.taskStates);
      });

      it('has the power_states of its document', () => {
        assert.deepEqual(
          cloud.powerStates.map(({ code }) => code),
          document.powerStates,
        );
      });

      it(`has the ${pairs} lines of its document's table, and no other`, () => {
        const rows = cloud.rows.map(
          ({ vmState, taskState, status }) => `${vmState} | ${taskState} | ${status}`,
        );
        assert.deepEqual([rows.length, rows.toSorted()], [pairs, document.pairs.toSorted()]);
      });

      it('names its sources, each with a link', () => {
        assert.ok(cloud.sources.length > 0 && cloud.sources.every(({ url }) => url.startsWith('https://')));
      });

      it('says in a short sentence what each value means', () => {
        const odd = [cloud.statuses, cloud.vmStates, cloud.taskStates]
          .flatMap((vocabulary) => Object.values(vocabulary))
          .filter((meaning) => !/^[A-Z].{4,109}\.$/.test(meaning));
        assert.deepEqual(odd, []);
      });

      it('names only known values in its rows', () => {
        const unknown = cloud.rows.filter(
          ({ vmState, taskState, status }) =>
            !(vmState in cloud.vmStates && status in cloud.statuses) ||
            !(taskState === null || taskState === '*' || taskState in cloud.taskStates),
        );
        assert.deepEqual(unknown, []);
      });
    });
  }

  it('differ in what a pair without a row means', () => {
    assert.deepEqual(
      [...clouds.values()].map(({ unlisted }) => unlisted),
      ['default', 'UNKNOWN', 'UNKNOWN', 'silent', 'default'],
    );
  });

  it('never share a host, nor a key unless both document it', () => {
    const hosts = [...clouds.values()].flatMap(({ evidence }) => evidence.hosts);
    assert.equal(new Set(hosts).size, hosts.length);
    const keys = [...clouds.values()].flatMap(({ evidence }) => evidence.keys);
    assert.deepEqual(
      keys.filter((key, i) => keys.indexOf(key) !== i),
      // Open Telekom Cloud, Data Structure for Querying Details About ECSs, Table 4 metadata parameters.
      ['charging_mode', 'metering.*', 'EcmResStatus'],
    );
  });

  it('have their own words for SHELVED', () => {
    assert.notEqual(clouds.get('huaweicloud')?.statuses.SHELVED, clouds.get('openstack')?.statuses.SHELVED);
  });
});
