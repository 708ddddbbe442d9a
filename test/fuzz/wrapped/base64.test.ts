import assert from 'node:assert/strict';
import { checkText } from '../../../src/service';
import { SEED } from '../helpers';
import { SHAPES } from './bodies';
import { BREAKINGS, type Broken, brokenServer, MARK } from './broken-server';
import { Dice } from './dice';
import { anyForm, BASE64_FILES, LINE_FORMS } from './files';

/** Ways to write Base64 as a scalar of YAML for a key in the first column, without what stands around the value. */
const YAML_FORMS: Readonly<Record<string, (base64: string) => readonly [string, string, string]>> = {
  plain: (base64) => ['', base64, ''],
  'in single quotes': (base64) => ['', `'${base64}'`, ''],
  'in double quotes': (base64) => ['', `"${base64}"`, ' # body'],
  '!binary in a literal block': (base64) => ['!binary |\n  ', inLines(base64, 60, '\n  '), ''],
  '!!binary in a literal block': (base64) => ['!!binary |-\n    ', inLines(base64, 76, '\n    '), '\n'],
  'in a folded block': (base64) => ['>+\n ', inLines(base64, 40, '\n '), '\n'],
  '!binary over lines in double quotes': (base64) => ['!binary ', `"${inLines(base64, 60, '\n  ')}"`, ''],
  'escaped line breaks': (base64) => ['', `"${inLines(base64, 60, '\\n\\\n  ')}"`, ''],
};

function inLines(base64: string, width: number, lineBreak: string): string {
  return (base64.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join(lineBreak);
}

const encoded = (text: string) => Buffer.from(text, 'utf8').toString('base64');

/** Asserts one finding, at the whole string, that names the server and the field and offers no fix. */
function assertSealed(text: string, languageId: string, string: string, { name, field }: Broken): void {
  const found = checkText(text, languageId).filter(({ severity }) => severity !== 'hint');
  assert.equal(found.length, 1, `${found.length} findings in ${text}`);
  for (const { span, message, fixes } of found) {
    assert.equal(text.slice(span.start, span.end).trim(), string);
    assert.deepEqual(fixes, []);
    assert.ok(message.includes(field), message);
    // A name is shown on one line, and shortened where it is long.
    const word = /^\w+/.exec(name)?.[0] ?? '';
    assert.ok(message.includes(word), message);
  }
}

describe(`one wrong value in Base64 (seed ${SEED})`, function () {
  this.timeout(60_000);
  let dice: Dice;
  // For each test, so that one alone gives the same.
  beforeEach(() => {
    dice = new Dice(SEED);
  });

  function* bodies(): Iterable<{ broken: Broken; base64: string }> {
    for (const shape of Object.values(SHAPES)) {
      for (const breaking of BREAKINGS) {
        const broken = brokenServer(dice, breaking);
        const head = dice.pick(['', '', 'HTTP/1.1 200 OK\r\nServer: x\r\n\r\n']);
        const text = anyForm(shape(broken.server, dice), dice);
        yield { broken, base64: encoded(head + text.replace(MARK, broken.wrong)) };
      }
    }
  }

  for (const [file, around] of Object.entries(BASE64_FILES)) {
    it(`is found in ${file}`, () => {
      for (const { broken, base64 } of bodies()) {
        const text = dice.pick(Object.values(LINE_FORMS))(anyForm(around(base64, dice), dice));
        assertSealed(text, 'json', JSON.stringify(base64), broken);
      }
    });

    it(`is found in ${file}, in lines as MIME has them`, () => {
      for (const { broken, base64 } of bodies()) {
        const string = inLines(base64, 76, '\r\n');
        assertSealed(anyForm(around(string, dice), dice), 'json', JSON.stringify(string), broken);
      }
    });
  }

  for (const [form, write] of Object.entries(YAML_FORMS)) {
    it(`is found in YAML, ${form}`, () => {
      for (const { broken, base64 } of bodies()) {
        const [before, string, behind] = write(base64);
        const change = dice.pick(Object.values(LINE_FORMS));
        const text = change(
          `status: 200\nencoding: base64\nbody: ${before}${string}${behind}\nstatus: 200\n`,
        );
        assertSealed(text, 'yaml', change(`-${string}-`).replace(/^\uFEFF?-|-$/g, ''), broken);
      }
    });
  }
});
