import assert from 'node:assert/strict';
import { readFixture } from '../../../src/service';
import { serverSlotAt } from '../../../src/service/places/server-slot';
import { atCursor } from '../helpers';

/** What is typed at the mark `|`, whether the file is empty, and what has to follow; undefined for no slot. */
function slotAt(marked: string, languageId: string) {
  const { text, offset } = atCursor(marked);
  const slot = serverSlotAt(readFixture(text, languageId), offset);
  return slot && [text.slice(slot.word.start, slot.word.end), slot.isEmpty, slot.gap];
}

const S = '{"vm_state": "active", "status": "ACTIVE"}';

describe('The place of a server in JSON', () => {
  for (const [what, marked, ...slot] of [
    ['in an empty file', '|', '', true, ''],
    ['in a file of blanks and a word', '\n open-s|\n', 'open-s', true, ''],
    ['behind the key server', '{"server": |}', '', false, ''],
    ['behind the key server, tight and apart', '{"server"\n:\n  o|}', 'o', false, ''],
    ['in a list of servers', '{"servers": [|]}', '', false, ''],
    ['in a list of servers, apart', '{"servers" : [\n  o|\n]}', 'o', false, ''],
    ['in a list of servers, tight', '{"servers":[|]}', '', false, ''],
    ['in a list of servers before its end and more', '{"servers": [| ] , "a": 1}', '', false, ''],
    ['in a list of servers before much else', `{"servers": [open|${' '.repeat(100)}]}`, 'open', false, ''],
    ['before a server of a list', `{"servers": [|${S}]}`, '', false, ','],
    ['before one behind a comment', `{"servers": [| /* a */ ${S}]}`, '', false, ','],
    ['behind a server of a list', `{"servers": [${S}, |]}`, '', false, ''],
    ['behind one on the next line', `{"servers": [${S},\n  open|\n]}`, 'open', false, ''],
    ['between two', `{"servers": [${S}, | ${S}]}`, '', false, ','],
  ] as const)
    it(`is ${what}`, () => assert.deepEqual(slotAt(marked, 'jsonc'), slot));

  for (const [what, marked] of [
    ['behind another key', '{"port": |}'],
    ['in a list of others', '{"ports": [|]}'],
    ['where the key has a value', '{"server": | "a": 1}'],
    ['where the key has a value further right', '{"server":  | "a": 1}'],
    ['where the key has a value further left', '{"server":| "a": 1}'],
    [
      'behind a server of a list in a string',
      `{"body": ${JSON.stringify(`{"servers": [${S}, ]}`).replace(', ]', ', |]')}}`,
    ],
    ['behind a server without a comma', `{"servers": [${S} |]}`],
    ['behind a server that is in no list of servers', `[${S}, |]`],
    ['far behind a server', `{"servers": [${S}, ${' '.repeat(80)}|]}`],
    ['in a server of the list', '{"servers": [{"vm_state": "active", "status": "ACTIVE", |}]}'],
    ['behind something else of the list', `{"servers": [${S}, 1, |]}`],
    ['in a list that stands in a string', `{"body": ${JSON.stringify(`{"servers": [${S}]}`)}, |}`],
  ] as const)
    it(`is not ${what}`, () => assert.equal(slotAt(marked, 'jsonc'), undefined));
});

describe('The place of a server in YAML', () => {
  for (const [what, marked, ...slot] of [
    ['in an empty file', '|\n', '', true, ''],
    ['below the key server', 'server:\n  |\n', '', false, ''],
    ['below the key server, with a word', 'a: 1\nserver:\n  open|\n', 'open', false, ''],
    ['below it in quotes, with a comment', '"server": # ours\n  |\n', '', false, ''],
    ['below it further in', 'a:\n  server:\n    |\n', '', false, ''],
    ['below it behind a line of blanks', 'server:\n   \n  |\n', '', false, ''],
    ['below it behind blank lines and comments', 'server:\n\n  # c\n  |\n', '', false, ''],
    ['before a comment', 'server:\n  | # c\n', '', false, ''],
    ['right before a comment', 'server:\n  |# c\n', '', false, ' '],
    ['as an item right before one', 'servers:\n  - o|# c\n', 'o', false, ' '],
    ['at the end of the file', 'server:\n  |', '', false, ''],
    ['as an item', 'servers:\n  - |\n', '', false, ''],
    ['as an item further right', 'servers:\n  -   o|\n', 'o', false, ''],
    ['as an item without indentation', 'servers:\n- |\n', '', false, ''],
    ['behind other items', 'servers:\n  - name: a\n    id: 1\n  - |\n', '', false, ''],
    ['before another item', 'servers:\n  - |\n  - name: a\n', '', false, ''],
    ['in an item of a list', '- server:\n    |\n', '', false, ''],
    ['as an item in an item of a list', '- servers:\n    - |\n', '', false, ''],
    ['before a comment further in', 'server:\n  |\n  # c\n', '', false, ''],
    ['as an item before a comment further in', 'servers:\n  - |\n    # c\n  - name: a\n', '', false, ''],
    ['before what stands further left', 'server:\n  |\nb: 1\n', '', false, ''],
  ] as const)
    it(`is ${what}`, () => assert.deepEqual(slotAt(marked, 'yaml'), slot));

  for (const [what, marked] of [
    ['on a line of its own without blanks', 'server:\n|\n'],
    ['below another key', 'port:\n  |\n'],
    ['below a key that only ends like it', 'my server:\n  |\n'],
    ['below what is further in', 'server:\n    a: 1\n  |\n'],
    ['below a key with a value', 'server: a\n  |\n'],
    ['in a list of others', 'ports:\n  - |\n'],
    ['as an item below the key of one', 'server:\n  - |\n'],
    ['as a map below the key of a list', 'servers:\n  |\n'],
    ['before the fields that the server has', 'server:\n  |\n  name: a\n'],
    ['before the fields that the item has', 'servers:\n  - |\n    name: a\n'],
    ['before them and comments', 'servers:\n  - | # c\n\n  # c\n    # c\n    name: a\n'],
    ['before words', 'server:\n  |two words\n'],
    ['behind words', 'server:\n  a |\n'],
    ['behind words and a dash', 'servers:\n  a - |\n'],
    ['behind a dash and words', 'servers:\n  - a |\n'],
    ['behind a dash without a blank', 'servers:\n  -|\n'],
    ['not further in than the key', '  server:\n  |\n'],
    ['below the last of the fields of another item', 'servers:\n  - name: a\n  |\n'],
  ] as const)
    it(`is not ${what}`, () => assert.equal(slotAt(marked, 'yaml'), undefined));

  it('is in no language that holds no server', () => {
    assert.equal(slotAt('|', 'python'), undefined);
  });
});
