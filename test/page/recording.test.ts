import assert from 'node:assert/strict';
import { sharedWorkbench } from './open-workbench';
import type { Workbench } from './workbench';

/** A body folded over lines, as Ruby's VCR writes it; the wrong status is on line 9. */
const RECORDING = `http_interactions:
- request:
    uri: http://compute.example.com/v2.1/servers/detail
  response:
    status:
      code: 200
    body:
      string: '{"servers": [{"name": "it''s", "OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state":
        "rebooting", "status": "ACTIVE", "OS-EXT-STS:power_state": 1}], "ports": [{"status":
        "DOWN"}]}'
`;

describe('A person who opens an HTTP recording', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await sharedWorkbench({ 'recording.yaml': RECORDING });
    await workbench.openFile('recording.yaml');
  });

  it('reads of the wrong status inside the string, and of nothing else', async () => {
    const [problem, ...others] = await workbench.problems(1);
    assert.match(problem ?? '', /^Error: .*REBOOT.* at line 9 and character 32/);
    assert.deepEqual(others, []);
  });

  it('reads why in the hover, with the squiggle under the value alone', async () => {
    assert.match(await workbench.hoverAt(9, 35), /REBOOT/);
  });

  it('is offered the right status inside the string and takes it', async () => {
    await workbench.goTo(9, 33);
    assert.equal((await workbench.suggestions())[0], 'REBOOT');
    await workbench.accept('REBOOT');
    await workbench.says(/"rebooting", "status": "REBOOT", "OS-EXT-STS:power_state"/);
    assert.deepEqual(await workbench.problems(0), []);
  });
});
