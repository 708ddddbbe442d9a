import type { CloudDefinition } from '../types';

/** Open Telekom Cloud: the same table and note as Huawei Cloud, since December 2022. */
export const opentelekomcloud: CloudDefinition = {
  id: 'opentelekomcloud',
  title: 'Open Telekom Cloud ECS',
  extends: 'huaweicloud',
  sources: [
    {
      title: 'Open Telekom Cloud, Elastic Cloud Server API Reference, ECS Statuses',
      url: 'https://github.com/opentelekomcloud-docs/elastic-cloud-server/blob/main/api-ref/source/appendix/ecs_statuses.rst',
      date: '2026-02-04',
    },
  ],
  // Huawei Cloud also writes these keys (API reference, Data Structure for Querying Details About ECSs), so only a host
  // name distinguishes the two.
  evidence: { hosts: ['otc.t-systems.com'], keys: ['charging_mode', 'metering.*', 'EcmResStatus'] },
};
