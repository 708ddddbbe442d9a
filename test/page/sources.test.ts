import assert from 'node:assert/strict';
import { sharedWorkbench } from './open-workbench';
import type { Workbench } from './workbench';

const BODY = `{
  "server": {
    "name": "web-1",
    "status": "ACTIVE",
    "OS-EXT-STS:vm_state": "active",
    "OS-EXT-STS:task_state": "rebooting"
  }
}`;

/** The wrong status in each file: its line, and a column in it. */
const FILES = [
  ['fixtures_test.go', `package fixtures\n\n// A server that reboots.\nconst reboot = \`${BODY}\`\n`, 7, 18],
  ['servers.md', `# Servers\n\nA server that reboots:\n\n\`\`\`json\n${BODY}\n\`\`\`\n`, 9, 18],
  ['test_servers.py', `REBOOT = ${BODY.replaceAll('"', "'")}\n`, 4, 18],
] as const;

describe('A person who opens a test source or a document', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await sharedWorkbench(Object.fromEntries(FILES.map(([name, text]) => [name, text])));
  });

  for (const [name, , line, column] of FILES) {
    it(`sees the squiggle and reads why in ${name}, and takes the fix`, async () => {
      await workbench.openFile(name);
      const problems = await workbench.problems(1);
      assert.match(problems[0] ?? '', new RegExp(`^Error: .*REBOOT.* at line ${line} and character 15`));
      assert.match(await workbench.hoverAt(line, column), /active \+ rebooting → REBOOT/);
      await workbench.goTo(line, column);
      const [first] = await workbench.lightBulb('Set status to REBOOT');
      assert.equal(first, 'Set status to REBOOT');
      await workbench.press('Enter');
      await workbench.says(/status["']: ["']REBOOT["']/);
      assert.deepEqual(await workbench.problems(0), []);
    });
  }
});
