import assert from 'node:assert/strict';
import { checkText } from '../../../src/service';
import { applyEdits, assertFindings, json, only, unnamed } from '../helpers';

describe('null-as-text', () => {
  for (const text of ['None', 'null', 'NULL', 'nil']) {
    it(`is a warning for ${text} as a text`, () => {
      const found = unnamed({ vmState: 'active', taskState: text, status: 'ACTIVE' });
      assertFindings(found, 'warning null-as-text');
    });
  }

  it('stands at the task_state and expects null', () => {
    const server = { vmState: 'active', taskState: 'None', status: 'ACTIVE' };
    const { span, expected } = only(unnamed(server), 'null-as-text');
    assert.deepEqual([json(server).slice(span.start, span.end), expected], ['"None"', ['null']]);
  });

  it('comes together with a mismatch of the status', () => {
    const found = unnamed({ status: 'ERROR', vmState: 'active', taskState: 'None' });
    assertFindings(found, 'error status-mismatch', 'warning null-as-text');
  });

  it('is found in a vm_state too', () => {
    assertFindings(unnamed({ vmState: 'None', taskState: null }), 'warning null-as-text');
  });

  it('says nothing of an empty text', () => {
    assertFindings(unnamed({ vmState: 'active', taskState: '', status: 'ACTIVE' }));
  });

  for (const [written, fixed] of [
    ['!!str None', 'null'],
    ['!!str "None"', 'null'],
    ['&task !!str None', '&task null'],
    ['!!str &task None', '&task null'],
    ["!<tag:yaml.org,2002:str> 'None'", 'null'],
  ]) {
    it(`takes the tag of a text away with the text: ${written}`, () => {
      const yaml = (value = '') => `OS-EXT-STS:vm_state: active\nOS-EXT-STS:task_state: ${value} # none\n`;
      const { fixes } = only(checkText(yaml(written), 'yaml'), 'null-as-text');
      assert.equal(applyEdits(yaml(written), fixes[0]?.edits ?? []), yaml(fixed));
    });
  }
});
