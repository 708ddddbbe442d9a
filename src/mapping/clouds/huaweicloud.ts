import { rowsOf } from '../rows';
import type { CloudDefinition } from '../types';

/** Huawei Cloud: the table of ecs-classic, shelving, and a note that makes every other pair UNKNOWN. */
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
      date: '2024-04-18',
    },
  ],
  statuses: {
    SHELVED: 'A server that boots from an image, on the shelf. OpenStack: on the shelf, still on its host.',
    SHELVED_OFFLOADED: 'A server that boots from a volume, on the shelf. OpenStack: removed from its host.',
    UNKNOWN: 'What a note under the table says of every pair that is not in it.',
  },
  vmStates: {
    shelved: 'A server that boots from an image, on the shelf.',
    shelved_offloaded: 'A server that boots from a volume, on the shelf.',
  },
  taskStates: {
    shelving: 'A server that boots from an image goes on the shelf.',
    shelving_offloading: 'A server that boots from a volume goes on the shelf.',
    shelving_image_pending_upload: 'Going on the shelf: its image waits to be uploaded.',
    shelving_image_uploading: 'Going on the shelf: its image is being uploaded.',
    unshelving: 'Coming back from the shelf.',
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
