import assert from 'node:assert/strict';
import { sharedWorkbench } from './open-workbench';
import { until } from './wait';
import type { Workbench } from './workbench';

const SERVER = `server:
  name: web
  OS-EXT-STS:vm_state: active
  OS-EXT-STS:task_state: rebooting
  enterprise_project_id: '0'
`;

describe('A person who asks which cloud a file is held to', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await sharedWorkbench({ 'server.yaml': SERVER });
    await workbench.openFile('server.yaml');
  });

  it('sees the status that follows behind the task_state', async () => {
    await until('the hint', async () => ((await workbench.hints()).length > 0 ? true : undefined));
    assert.deepEqual(await workbench.hints(), ['→ REBOOT']);
  });

  it('reads the cloud and the counts in the language status', async () => {
    const status = await workbench.languageStatus('Huawei Cloud ECS');
    assert.match(status, /^Huawei Cloud ECS\n1 server, 0 findings\n/);
    await workbench.press('Escape');
  });

  it('picks another for this file', async () => {
    await workbench.quickPick('Server Status: Select Cloud');
    await workbench.entry(/^huaweicloud\n.*now: detected by/);
    await workbench.filter('rackspace');
    await workbench.press('Enter');
    await workbench.entry(/^This file/);
    await workbench.press('Enter');
    await workbench.says(/^# server-status cloud=rackspace\n/);
  });
});
