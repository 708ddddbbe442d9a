import type { CloudDefinition } from '../types';

/** Open Telekom Cloud: Huawei Cloud's table since December 2022, down to the note. */
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
  // Huawei Cloud writes these keys as well (API reference, Data Structure for Querying Details About ECSs), so only a
  // host name tells the two apart.
  evidence: { hosts: ['otc.t-systems.com'], keys: ['charging_mode', 'metering.*', 'EcmResStatus'] },
};
