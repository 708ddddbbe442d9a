import { assert } from 'chai';

/**
 * Stands in for `node:assert/strict` where there is no Node: the build of the tests for the web puts it in that
 * module's place. It has what the host tests use.
 */
export default {
  ok: assert.isOk,
  equal: assert.strictEqual,
  notEqual: assert.notStrictEqual,
  deepEqual: assert.deepEqual,
  match: assert.match,
};
