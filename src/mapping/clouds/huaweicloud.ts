import { rowsOf } from '../rows';
import type { CloudDefinition } from '../types';

/** Huawei Cloud: the table of ecs-classic with shelving, and a note that every other pair is UNKNOWN. */
export const huaweicloud: CloudDefinition = {
  id: 'huaweicloud',
  title: 'Huawei Cloud ECS',
  extends: 'ecs-classic',
  sources: [
    {
      title: 'Huawei Cloud, Elastic Cloud Server API Reference, ECS Statuses',
      url: 'https://support.huaweicloud.com/intl/en-us/api-ecs/ecs_08_0002.html',
      date: '2024-04-18',
    },
    {
      title: '华为云 弹性云服务器 API参考 云服务器状态 (the same table)',
      url: 'https://github.com/huaweicloudDocs/ecs/blob/master/cn.zh-cn/API%E5%8F%82%E8%80%83/%E4%BA%91%E6%9C%8D%E5%8A%A1%E5%99%A8%E7%8A%B6%E6%80%81.md',
      date: '2022-10-27',
    },
  ],
  statuses: {
    SHELVED: 'Shelved; boots from an image. OpenStack: shelved, still on its host.',
    SHELVED_OFFLOADED: 'Shelved; boots from a volume. OpenStack: shelved and removed from its host.',
    UNKNOWN:
      'The state is unknown. By a note under the table, also the status of every pair that the table does not list.',
  },
  vmStates: {
    shelved: 'Shelved; boots from an image.',
    shelved_offloaded: 'Shelved; boots from a volume.',
  },
  taskStates: {
    shelving: 'Being shelved; boots from an image.',
    shelving_offloading: 'Being shelved; boots from a volume.',
    shelving_image_pending_upload: 'Being shelved: its image is waiting to be uploaded.',
    shelving_image_uploading: 'Being shelved: its image is being uploaded.',
    unshelving: 'Being unshelved.',
  },
  rows: [
    ...rowsOf('shelved', {
      SHELVED: ['shelving', 'shelving_image_pending_upload', 'shelving_image_uploading', 'unshelving', null],
    }),
    ...rowsOf('shelved_offloaded', { SHELVED_OFFLOADED: ['shelving_offloading', 'unshelving', null] }),
  ],
  unlisted: 'UNKNOWN',
  evidence: {
    hosts: ['myhuaweicloud.com', 'myhuaweicloud.eu'],
    keys: [
      'enterprise_project_id',
      'auto_terminate_time',
      'charging_mode',
      'metering.*',
      'EcmResStatus',
      'cascaded.instance_extrainfo',
      '__support_agent_list',
    ],
  },
};
