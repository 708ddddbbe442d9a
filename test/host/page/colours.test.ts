import assert from 'node:assert/strict';
import { openWorkbench, type Workbench } from './workbench';

const FILES = {
  'server.json': `{
  "servers": [
    {
      "name": "web",
      "OS-EXT-STS:vm_state": "active",
      "OS-EXT-STS:task_state": null,
      "status": "ACTIV",
      "OS-EXT-STS:power_state": 1
    },
    { "vm_state": "stoped", "task_state": "powering-on", "status": "SHUTOFF", "name": "db" }
  ]
}
`,
  'server.yaml': `servers:
  - name: web
    OS-EXT-STS:vm_state: active # right
    OS-EXT-STS:task_state: null
    status: ACTIV # misspelt
    OS-EXT-STS:power_state: 1
  - { vm_state: stoped, task_state: powering-on, status: "SHUTOFF", name: db }
`,
};

for (const theme of ['Dark Modern', 'Light Modern', 'Default High Contrast']) {
  describe(`A person who reads a fixture in the theme ${theme}`, () => {
    let workbench: Workbench;

    before(async () => {
      workbench = await openWorkbench(FILES, { settings: { 'workbench.colorTheme': theme } });
    });

    after(() => workbench?.close());

    for (const file of Object.keys(FILES)) {
      it(`tells known values from misspelt ones in ${file}`, async () => {
        await workbench.openFile(file);
        const text = await workbench.colourOf('web');
        const known = await workbench.colourOf('active');
        assert.notEqual(known, text);
        for (const value of ['powering-on', 'SHUTOFF']) assert.equal(await workbench.colourOf(value), known);
        for (const value of ['ACTIV', 'stoped']) assert.equal(await workbench.colourOf(value), text, value);
        await workbench.screenshot(
          `colours-${theme.toLowerCase().replaceAll(' ', '-')}-${file.split('.')[1]}`,
        );
      });
    }
  });
}
