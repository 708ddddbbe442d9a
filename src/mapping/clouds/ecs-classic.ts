import { rowsOf } from '../rows';
import type { CloudDefinition } from '../types';

/**
 * The older table of the Elastic Cloud Server, without shelving: 36 pairs, and nothing about any other pair. It was
 * published from December 2019 to October 2022; the links lead to revisions with this table.
 */
export const ecsClassic: CloudDefinition = {
  id: 'ecs-classic',
  title: 'ECS (older table)',
  sources: [
    {
      title: 'Open Telekom Cloud, Elastic Cloud Server API Reference, ECS Statuses',
      url: 'https://github.com/opentelekomcloud-docs/elastic-cloud-server/blob/fd65eae/api-ref/source/appendix/ecs_statuses.rst',
      date: '2022-04-13',
    },
    {
      title: '华为云 弹性云服务器 API参考 云服务器状态 (the same 36 pairs)',
      url: 'https://github.com/huaweicloudDocs/ecs/blob/0da88f7/cn.zh-cn/API%E5%8F%82%E8%80%83/%E4%BA%91%E6%9C%8D%E5%8A%A1%E5%99%A8%E7%8A%B6%E6%80%81.md',
      date: '2021-09-08',
    },
  ],
  statuses: {
    BUILD: 'Being created, not running yet.',
    REBOOT: 'Being restarted.',
    HARD_REBOOT: 'Being restarted by force.',
    REBUILD: 'Being rebuilt.',
    MIGRATING: 'Being live migrated to another host.',
    RESIZE: 'A change of its specifications was accepted and has started.',
    ACTIVE: 'Running normally.',
    SHUTOFF: 'Stopped in the normal way.',
    REVERT_RESIZE: 'The change of its specifications is being reverted.',
    VERIFY_RESIZE: 'Its new specifications are being checked.',
    ERROR: 'In an error state.',
    DELETED: 'No longer exists.',
  },
  vmStates: {
    building: 'Being created, not running yet.',
    active: 'Running normally.',
    stopped: 'Stopped in the normal way. The status for it is SHUTOFF.',
    resized: 'Its specifications were changed. The status for it is VERIFY_RESIZE.',
    error: 'In an error state.',
    deleted: 'No longer exists.',
  },
  taskStates: {
    scheduling: 'Creation: being scheduled to a host.',
    block_device_mapping: 'Creation: preparing disks.',
    networking: 'Creation: preparing the network.',
    spawning: 'Creation: being created internally.',
    rebooting: 'Being restarted.',
    reboot_pending: 'Restart: the command was issued, but nothing has happened yet.',
    reboot_started: 'Restart: under way.',
    rebooting_hard: 'Being restarted by force.',
    reboot_pending_hard: 'Forced restart: the command was issued, but nothing has happened yet.',
    reboot_started_hard: 'Forced restart: under way.',
    rebuilding: 'Being rebuilt.',
    rebuild_block_device_mapping: 'Rebuild: preparing disks.',
    rebuild_spawning: 'Rebuild: being rebuilt internally.',
    migrating: 'Being live migrated to another host.',
    resize_prep: 'Change of specifications: preparing resources.',
    resize_migrating: 'Change of specifications: moving to another host.',
    resize_migrated: 'Change of specifications: moved to the other host.',
    resize_finish: 'Change of specifications: being completed.',
    resize_reverting: 'The change of its specifications is being reverted.',
    'powering-off': 'Being stopped; the status stays ACTIVE until then. Spelt with a hyphen.',
    'powering-on': 'Being started; the status stays SHUTOFF until then. Spelt with a hyphen.',
    deleting: 'Being deleted. With active, stopped and error the status does not change.',
  },
  // From the API's pages on querying a server: the page of statuses lists no power_states.
  powerStates: [
    { code: 0, name: 'NOSTATE', words: ['pending', 'nostate', 'no state'], meaning: 'No power state known.' },
    { code: 1, name: 'RUNNING', words: ['running'], meaning: 'Powered on.' },
    { code: 4, name: 'SHUTDOWN', words: ['shutdown', 'shut down'], meaning: 'Powered off.' },
  ],
  rows: [
    ...rowsOf('building', { BUILD: ['scheduling', 'block_device_mapping', 'networking', 'spawning', null] }),
    ...rowsOf('active', {
      REBOOT: ['rebooting', 'reboot_pending', 'reboot_started'],
      HARD_REBOOT: ['rebooting_hard', 'reboot_pending_hard', 'reboot_started_hard'],
      REBUILD: ['rebuilding', 'rebuild_block_device_mapping', 'rebuild_spawning'],
      MIGRATING: ['migrating'],
      ACTIVE: ['powering-off', 'deleting', null],
    }),
    ...rowsOf('stopped', {
      RESIZE: ['resize_prep', 'resize_migrating', 'resize_migrated', 'resize_finish'],
      REBUILD: ['rebuilding', 'rebuild_block_device_mapping', 'rebuild_spawning'],
      SHUTOFF: ['powering-on', 'deleting', null],
    }),
    ...rowsOf('resized', { REVERT_RESIZE: ['resize_reverting'], VERIFY_RESIZE: [null] }),
    ...rowsOf('error', {
      REBUILD: ['rebuilding', 'rebuild_block_device_mapping', 'rebuild_spawning'],
      ERROR: ['deleting', null],
    }),
    ...rowsOf('deleted', { DELETED: [null] }),
  ],
  unlisted: 'silent',
};
