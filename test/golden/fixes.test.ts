import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { checkText, type FixableFinding, lineAt, lineStarts, RULES } from '../../src/service';
import { applyEdits } from '../service/helpers';

const FOLDER = join(process.cwd(), 'test', 'golden', 'fixes');
const ENDING = '.fixes.txt';

/** A finding with what each of its fixes makes of the text, to be read by people. */
function print(text: string, { rule, span, fixes }: FixableFinding): string {
  const line = lineAt(lineStarts(text), span.start) + 1;
  const results = fixes.map(
    ({ title, preferred, edits }) =>
      `--- ${title}${preferred ? ' (preferred)' : ''}\n${applyEdits(text, edits)}`,
  );
  return `=== ${rule} in line ${line}${fixes.length === 0 ? ': no fix' : ''}\n${results.join('')}`;
}

const inputs = readdirSync(FOLDER).filter((name) => !name.endsWith(ENDING));
const stemOf = (name: string) => name.slice(0, -extname(name).length);
const findingsOf = (name: string) => {
  const text = readFileSync(join(FOLDER, name), 'utf8');
  return { text, findings: checkText(text, extname(name).slice(1)) };
};

describe('the golden fixes', () => {
  it('are there for every rule, in JSON and in YAML', () => {
    for (const ending of ['json', 'yaml']) {
      const stems = inputs.filter((name) => extname(name).startsWith(`.${ending}`)).map(stemOf);
      assert.deepEqual(stems.sort(), [...RULES.keys()].sort());
    }
  });

  // UPDATE_GOLDEN=1 writes the results anew; look at every line of the difference before you keep it.
  for (const name of inputs) {
    it(`make of the text what stands beside it: ${name}`, () => {
      const { text, findings } = findingsOf(name);
      assert.ok(findings.some(({ rule }) => rule === stemOf(name)));
      const printed = findings.map((finding) => print(text, finding)).join('\n');
      const path = join(FOLDER, `${name}${ENDING}`);
      if (process.env.UPDATE_GOLDEN) writeFileSync(path, printed);
      assert.equal(printed, readFileSync(path, 'utf8'));
    });
  }

  for (const name of inputs.filter((other) => extname(other) === '.yaml')) {
    it(`are the same in both languages: ${stemOf(name)}`, () => {
      const twin = inputs.find((other) => other !== name && stemOf(other) === stemOf(name));
      const [one, other] = [name, twin ?? ''].map((file) =>
        findingsOf(file).findings.map(({ rule, fixes }) => ({ rule, titles: fixes.map(({ title }) => title) })),
      );
      assert.deepEqual(one, other);
    });
  }
});
