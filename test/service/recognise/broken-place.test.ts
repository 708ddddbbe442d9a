import assert from 'node:assert/strict';
import { readFixture } from '../../../src/service';
import { brokenPlace } from '../../../src/service/recognise/broken-place';

const STATES = '"OS-EXT-STS:vm_state": "active", "status": "ACTIVE"';

describe('The place where a file is broken', () => {
  const found = (text: string, languageId = 'json') =>
    brokenPlace(readFixture(text, languageId)) !== undefined;

  for (const [what, text] of [
    ['it has a server', `[{${STATES}}, {"a": }]`],
    ['the break tore its server', `{${STATES}, "a": `],
    ['it has a server in Base64', `{"a": "${btoa(`{${STATES}}`)}", "b": }`],
    ['it has a key of a server', '{"a": , "b": "task-state"}'],
  ] as const)
    it(`is told where ${what}`, () => assert.equal(found(text), true));

  for (const [what, text] of [
    ['it is whole', `[{${STATES}}]`],
    ['it has nothing of a server', '{"status": , "state": 1}'],
  ] as const)
    it(`is not told where ${what}`, () => assert.equal(found(text), false));
});
