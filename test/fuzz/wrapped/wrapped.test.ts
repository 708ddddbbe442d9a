import assert from 'node:assert/strict';
import { checkText, type FixableFinding } from '../../../src/service';
import { applyEdits } from '../../service/helpers';
import { countTried, SEED, TIMES } from '../helpers';
import { JSON_FORMS, nested, SHAPES } from './bodies';
import { BREAKINGS, type Broken, brokenServer, type Json } from './broken-server';
import { Dice } from './dice';
import { anyForm, commented, JSON_TEXT_FILES, JSON_TREE_FILES, LINE_FORMS, YAML_TEXT_FILES } from './files';
import { unmark, valuesOf } from './oracle';
import { SCALAR_FORMS, type ScalarForm } from './yaml-strings';
import { YAML_TREES } from './yaml-trees';

/** Writes a file around a broken server; undefined where this server cannot be written so. */
type Write = (body: Json, dice: Dice) => string | undefined;

const wrong = (findings: readonly FixableFinding[]) =>
  findings.filter(({ severity }) => severity === 'error' || severity === 'warning');

/** Asserts that the one wrong value is found where it stands, and that its fix puts it right and nothing else. */
function assertFound(marked: string, broken: Broken, languageId: string): void {
  const { text, span } = unmark(marked, broken);
  const before = valuesOf(text, languageId, broken.field);
  assert.equal(before.filter((value) => value === broken.wrong).length, 1, `written wrongly: ${text}`);
  const [finding, ...others] = wrong(checkText(text, languageId));
  assert.ok(finding, `missed ${broken.field}: ${broken.wrong} in ${text}`);
  assert.deepEqual(
    others.map(({ message }) => message),
    [],
    `more than one in ${text}`,
  );
  assert.deepEqual(finding.span, span, `${text.slice(finding.span.start, finding.span.end)} in ${text}`);
  const fix = finding.fixes.find(({ preferred }) => preferred) ?? finding.fixes[0];
  assert.ok(fix, `no fix in ${text}`);
  for (const { offset, length } of fix.edits) {
    // null takes the header of a block scalar and a tag with it.
    const isHeader = /^(?:[|>]-?\s|!!str )/.test(text.slice(offset, span.start));
    assert.ok(
      (offset >= span.start || isHeader) && offset + length <= span.end,
      `an edit elsewhere in ${text}`,
    );
  }
  const fixed = applyEdits(text, fix.edits);
  assert.deepEqual(wrong(checkText(fixed, languageId)), [], `${fix.title} leaves ${fixed}`);
  const after = before.map((value) => (value === broken.wrong ? broken.right : value));
  assert.deepEqual(valuesOf(fixed, languageId, broken.field), after, `${fix.title} gives ${fixed}`);
}

/** Writes and checks each shape with each kind of mistake, and counts. */
function wrapAll(seed: string, languageId: string, write: Write): number {
  const dice = new Dice([...seed].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), SEED));
  let count = 0;
  for (const shape of Object.values(SHAPES).flatMap((one) => Array<typeof one>(TIMES).fill(one))) {
    for (const breaking of BREAKINGS) {
      for (let attempt = 0; attempt < 60; attempt += 1) {
        const broken = brokenServer(dice, breaking);
        const marked = write(shape(broken.server, dice), dice);
        if (marked === undefined) continue;
        assertFound(dice.pick(Object.values(LINE_FORMS))(marked), broken, languageId);
        count += 1;
        break;
      }
    }
  }
  return count;
}

let servers = 0;
/** One test: everything in one kind of file. */
function finds(what: string, languageId: string, write: Write): void {
  it(`is found, and put right, in ${what}`, () => {
    const count = wrapAll(what, languageId, write);
    assert.equal(
      count,
      Object.keys(SHAPES).length * BREAKINGS.length * TIMES,
      'every shape and mistake could be written',
    );
    servers += count;
    countTried(count);
  });
}

const entries = <T>(record: Readonly<Record<string, T>>) => Object.entries(record);

describe(`one wrong value in a file (seed ${SEED})`, function () {
  this.timeout(60_000);

  for (const [file, around] of entries(JSON_TREE_FILES)) {
    for (const [form, write] of entries(JSON_FORMS)) {
      finds(`${file}, ${form}`, 'json', (body, dice) => write(around(body, dice), dice));
    }
    finds(`${file} with comments`, 'jsonc', (body, dice) =>
      commented(JSON.stringify(around(body, dice), null, 2), dice),
    );
    finds(`${file} as JSON Lines`, 'jsonl', (body, dice) =>
      dice.shuffle([JSON.stringify(around(body, dice)), '{"status": "DOWN"}', '[]']).join('\n'),
    );
    finds(`${file} read as YAML`, 'yaml', (body, dice) => JSON.stringify(around(body, dice), null, 2));
  }

  for (const languageId of ['json', 'yaml']) {
    finds(
      `an HTTP answer (${languageId})`,
      languageId,
      (body, dice) => `HTTP/1.1 200 OK\nContent-Type: application/json\nstatus: "x\n\n${anyForm(body, dice)}`,
    );
  }

  for (const [file, around] of entries(JSON_TEXT_FILES)) {
    for (const levels of [0, 1, 2]) {
      for (const languageId of ['json', 'jsonl', 'yaml']) {
        finds(`${file}, ${levels + 1} strings deep (${languageId})`, languageId, (body, dice) => {
          const holder = around(nested(anyForm(body, dice), levels, dice), dice);
          return languageId === 'jsonl' ? JSON.stringify(holder) : anyForm(holder, dice);
        });
      }
    }
  }

  for (const [file, around] of entries(YAML_TEXT_FILES)) {
    for (const [form, scalar] of entries(SCALAR_FORMS)) {
      finds(`${file}, ${form}`, 'yaml', (body, dice) => inYaml(anyForm(body, dice), around, scalar, dice));
    }
    for (const form of ['single quotes, folded', 'double quotes, some escapes and folds', 'a folded block']) {
      finds(`${file}, ${form}, several strings deep`, 'yaml', (body, dice) => {
        const text = nested(anyForm(body, dice), 1 + dice.below(2), dice);
        return inYaml(text, around, SCALAR_FORMS[form] as ScalarForm, dice);
      });
    }
  }

  for (const [style, write] of entries(YAML_TREES)) finds(`YAML in ${style}`, 'yaml', write);

  it('was looked for in 5,000 servers at least', () => assert.ok(servers >= 5000, `${servers}`));
});

function inYaml(
  text: string,
  around: (typeof YAML_TEXT_FILES)[string],
  scalar: ScalarForm,
  dice: Dice,
): string | undefined {
  return scalar.fits(text) ? around(text, scalar, dice) : undefined;
}
