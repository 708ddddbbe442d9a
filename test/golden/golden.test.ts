import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { ENDINGS } from '../../src/fixture';
import { checkText, type Finding, lineAt, lineStarts } from '../../src/service';

const FOLDER = join(process.cwd(), 'test', 'golden', 'check');

/** One finding as it stands in a file of findings: lines and columns from 1, the end exclusive. */
interface Golden {
  rule: string;
  severity: string;
  line: number;
  column: number;
  endColumn: number;
  expected: readonly string[];
  message: string;
}

function goldenOf({ rule, severity, span, expected, message }: Finding, starts: readonly number[]): Golden {
  const line = lineAt(starts, span.start);
  const from = starts[line] ?? 0;
  return {
    rule,
    severity,
    line: line + 1,
    column: span.start - from + 1,
    endColumn: span.end - from + 1,
    expected,
    message,
  };
}

/** VS Code's id of a file's language, by its ending; the ending itself where that is the id. */
function languageIdOf(name: string): string {
  const ending = extname(name).slice(1);
  return [...ENDINGS].find(([, endings]) => endings.includes(ending))?.[0] ?? ending;
}

/** One finding a line, so that a change is seen at a glance. */
function print(findings: readonly Golden[]): string {
  return findings.length === 0
    ? '[]\n'
    : `[\n${findings.map((finding) => `  ${JSON.stringify(finding)}`).join(',\n')}\n]\n`;
}

const inputs = readdirSync(FOLDER).filter((name) => !name.endsWith('.findings.json'));

describe('the golden fixtures', () => {
  it('are there', () => assert.ok(inputs.length >= 33));

  it('are there for every language that is read', () => {
    const ids = new Set(inputs.map(languageIdOf));
    assert.deepEqual([...ENDINGS.keys()].filter((id) => !ids.has(id)), []);
  });

  // UPDATE_GOLDEN=1 writes the findings anew; look at every line of the difference before you keep it.
  for (const name of inputs) {
    it(`have the findings beside them: ${name}`, () => {
      const text = readFileSync(join(FOLDER, name), 'utf8');
      const starts = lineStarts(text);
      const languageId = languageIdOf(name);
      const found = checkText(text, languageId).map((finding) => goldenOf(finding, starts));
      const path = join(FOLDER, `${name}.findings.json`);
      if (process.env.UPDATE_GOLDEN) writeFileSync(path, print(found));
      assert.deepEqual(found, JSON.parse(readFileSync(path, 'utf8')));
    });
  }

  const twins = new Map<string, string[]>();
  for (const name of inputs) {
    const stem = name.slice(0, -extname(name).length);
    twins.set(stem, [...(twins.get(stem) ?? []), name]);
  }
  for (const [stem, [one, other]] of twins) {
    // What is written in a programming language has no twin.
    if (other === undefined) continue;
    it(`have the same findings in both languages: ${stem}`, () => {
      const [left, right] = [one, other].map((name) =>
        (JSON.parse(readFileSync(join(FOLDER, `${name}.findings.json`), 'utf8')) as Golden[]).map(
          ({ rule, severity, expected, message }) => ({ rule, severity, expected, message }),
        ),
      );
      assert.deepEqual(left, right);
    });
  }
});
