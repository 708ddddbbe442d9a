import assert from 'node:assert/strict';
import { sharedWorkbench } from './open-workbench';
import { themes } from './themes';
import { settled, until } from './wait';
import type { Workbench } from './workbench';

const FILES = {
  'colours.json': `{
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
  'colours.yaml': `servers:
  - name: web
    OS-EXT-STS:vm_state: active # right
    OS-EXT-STS:task_state: null
    status: ACTIV # misspelt
    OS-EXT-STS:power_state: 1
  - { vm_state: stoped, task_state: powering-on, status: "SHUTOFF", name: db }
`,
};

describe('A person who reads a fixture', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await sharedWorkbench(FILES);
  });

  for (const theme of themes)
    for (const file of Object.keys(FILES)) {
      it(`tells known values from misspelt ones in ${file}, in a theme that is ${theme.name}`, async () => {
        await workbench.openFile(file);
        await workbench.changeTheme(theme);
        const [text, known] = await settled(async () => [
          await workbench.colourOf('web'),
          await workbench.colourOf('active'),
        ]);
        assert.notEqual(known, text);
        assert.equal(await workbench.colourOf('powering-on'), known);
        // The one theme of the four that colours nothing but what a grammar has found.
        const status = theme.name === 'high-contrast-light' ? text : known;
        // The extension colours it, after the grammars.
        await until('the colour of a status', async () => {
          return (await workbench.colourOf('SHUTOFF')) === status || undefined;
        });
        for (const value of ['ACTIV', 'stoped']) assert.equal(await workbench.colourOf(value), text, value);
      });
    }
});
