import assert from 'node:assert/strict';
import { checkText } from '../../../src/service';
import { SEED } from '../helpers';
import { BREAKINGS, type Broken, brokenServer, type Json, MARK } from './broken-server';
import { Dice } from './dice';
import { LINE_FORMS } from './files';

/** Ways to write the wrong value behind an anchor and an alias in the server; `@` stands where the alias is used. */
const WAYS: Readonly<Record<string, (broken: Broken, rest: string, value: string) => string>> = {
  'an alias of a value': ({ field }, rest, value) =>
    `x: &x ${value}\nserver: {${rest}, ${JSON.stringify(field)}: @*x }\n`,
  'an alias of a value, in block style': ({ field }, rest, value) =>
    `# 🚀\nx:\n- &x ${value} # here\nservers:\n-\n  <<: {${rest}}\n  ${JSON.stringify(field)}: @*x\n`,
  'a merged map': ({ field }, rest, value) =>
    `x: &x {${JSON.stringify(field)}: ${value}}\nserver:\n  <<: @*x\n  more: {a: b}\n  ${rest.replaceAll(', "', '\n  "')}\n`,
  'a list of merged maps': ({ field }, rest, value) =>
    `- &x\n  ${JSON.stringify(field)}: ${value}\n- &y {name: y}\n- <<: [*y , @*x ]\n  ${rest.replaceAll(', "', '\n  "')}\n`,
};

const VALUES: readonly ((word: string) => string)[] = [
  (word) => word,
  (word) => `'${word}'`,
  (word) => `"${word}"`,
];

/** The server's other fields, in flow style. */
function othersOf({ server, field }: Broken): string {
  const kept: [string, Json][] = Object.entries(server).filter(
    ([key, value]) => key !== field && (value === null || /^\w+$/.test(String(value))),
  );
  return kept.map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`).join(', ');
}

describe(`one wrong value behind an anchor (seed ${SEED})`, () => {
  let dice: Dice;
  // For each test, so that one alone gives the same.
  beforeEach(() => {
    dice = new Dice(SEED);
  });

  for (const [way, write] of Object.entries(WAYS)) {
    for (const breaking of BREAKINGS) {
      it(`is found at the server, with the anchor beside it: ${breaking} in ${way}`, () => {
        for (const change of Object.values(LINE_FORMS)) {
          // What has the prefix is a server by itself in the merged map, and would have a finding of its own.
          let broken = brokenServer(dice, breaking);
          while (/map/.test(way) && broken.field.includes(':')) broken = brokenServer(dice, breaking);
          const value = dice.pick(VALUES)(MARK);
          const marked = change(write(broken, othersOf(broken), value));
          const at = marked.indexOf('@') + broken.wrong.length - MARK.length;
          const text = marked.replace('@', '').replace(MARK, broken.wrong);
          const written = value.replace(MARK, broken.wrong);
          const found = checkText(text, 'yaml').filter(({ severity }) => /error|warning/.test(severity));
          assert.deepEqual(
            found.map(({ span }) => span),
            [{ start: at, end: at + 2 }],
            text,
          );
          assert.deepEqual(
            found[0]?.fixes.filter(({ preferred }) => preferred),
            [],
            'the value is not written here',
          );
          const related = found[0]?.related.map(({ span }) => text.slice(span.start, span.end));
          assert.ok(related?.includes(written), `${related} beside ${text}`);
        }
      });
    }
  }
});
