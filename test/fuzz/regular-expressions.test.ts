import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Node, parse } from 'acorn';
import { simple } from 'acorn-walk';
import { transformSync } from 'esbuild';
import recheck from 'recheck/lib/browser.js';

import { SOURCE_LANGUAGES } from '../../src/fixture/source/languages';
import { SEED } from './helpers';

/**
 * The expressions that the checker has found safe: it takes a minute for all of them, and its verdict is the same each
 * time. UPDATE_EXPRESSIONS=1 asks it again for every one and writes the list anew.
 */
const LIST = join('test', 'fuzz', 'safe-expressions.json');

/** How long the checker may think about one expression, in milliseconds of a slow machine. */
const PATIENCE = 60_000;

/** Expressions that go back over what they have read, with what keeps them from doing so for long. */
const BOUNDED: ReadonlyMap<string, string> = new Map([
  [
    '/^[ \\t]*(?:(?:-[ \\t]+)*["\']?[\\w.-](?:[\\w.-]|:(?=[\\w.:-]))*["\']?[ \\t]*:(?:[ \\t]|$)|-(?:[ \\t]+[-{[]|[ \\t]*$|[ \\t]+#))/',
    'guess.ts looks at 1000 characters of a line',
  ],
  ['/[\\w:.-]*$/', 'key-place.ts looks at 100 characters'],
  ['/[\\w-]*$/', 'server-slot.ts looks at 60 characters'],
  ['/:+$/', 'marks.ts looks at 100 characters'],
  ['/\\\\*["\']$/', 'marks.ts looks at 100 characters'],
  ['/\\\\*"$/', 'marks.ts looks at 100 characters'],
  [
    String.raw`/^(?:\{%.*?%\}|<%.*?%>|\{\{[-~]?\s*(?:[#/^]|(?:if|else|end|range|with|block|define|template)\b).*?\}\}|(?:<{7}|\|{7}|={7}|>{7})(?![<|=>]).*)/`,
    'scan.ts looks at 300 characters',
  ],
]);

/** What the table of programming languages has in it, as the scanner makes it. */
function expressionsOfTable(): string[] {
  const parts = [...SOURCE_LANGUAGES.values()].flatMap(({ strings, hereDocuments = [], skips }) => [
    ...strings.flatMap(({ opens, splices = [] }) => [opens, ...splices.map((splice) => splice.opens)]),
    ...hereDocuments.flatMap(({ opens, behind }) => [opens, `(?:${behind}|[ \\t]*)(?=[\\r\\n]|$)`]),
    ...(skips === undefined ? [] : [skips]),
  ]);
  return [...new Set(parts)].map((source) => `/${source}/y`);
}

/** Calls of RegExp, whose expressions are made of these. */
const BUILT: ReadonlyMap<string, readonly string[]> = new Map([
  // Of keys with fewer than 80 characters.
  [
    'src/fixture/collect/keys.ts',
    ['/^(.*?)[-_.: ]?(vm|task|power)([-_. ]?)state$/i', '/(vm|task|power)(?=[-_. ]?state$)/i'],
  ],
  // Copies of expressions that stand in the same file.
  // Signs side by side, each a few letters long.
  ['src/fixture/source/body.ts', ['/\\{\\{|"""|\\\\|\\$\\{|[\\r\\n]/g']],
  ['src/fixture/source/escapes.ts', ['/\\\\(?:x([\\da-fA-F]{2})|u\\{([\\da-fA-F]{1,8})\\}|([0-7]{1,3}))/y']],
  ['src/fixture/source/quoting.ts', ['/\\$\\{|`|\\\\/g']],
  ['src/fixture/source/scan.ts', expressionsOfTable()],
  ['src/fixture/text/map-string.ts', []],
  ['src/fixture/text/needles.ts', []],
  ['src/fixture/yaml/fast.ts', []],
  // Words side by side.
  ['src/service/recognise/marks.ts', ['/a\\.b|c\\-d/g']],
  // Copies of expressions that stand in the same file.
]);

interface Expression {
  readonly file: string;
  readonly text: string;
}

/** The regular expressions of a file, and how many more it makes when it runs. */
function expressionsOf(file: string): { literals: Expression[]; calls: number } {
  const { code } = transformSync(readFileSync(file, 'utf8'), { loader: 'ts', target: 'esnext' });
  const literals: Expression[] = [];
  let calls = 0;
  const count = ({ callee }: { callee: Node & { name?: string } }) => {
    if (callee.name === 'RegExp') calls += 1;
  };
  simple(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), {
    Literal({ regex }) {
      if (regex) literals.push({ file, text: `/${regex.pattern}/${regex.flags}` });
    },
    NewExpression: count,
    CallExpression: count,
  });
  return { literals, calls };
}

const FILES = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join('src', name).replaceAll('\\', '/'))
  .sort();

describe('A regular expression of the source', () => {
  const all = FILES.map((file) => ({ file, ...expressionsOf(file) }));
  const literals = all.flatMap((one) => one.literals);
  const built = [...BUILT].flatMap(([file, texts]) => texts.map((text) => ({ file, text })));
  const known = new Map([...literals, ...built].map((one) => [one.text, one]));

  it('is found wherever there is one', () => {
    assert.ok(literals.length > 150, `${literals.length} expressions`);
    const makers = all.filter(({ calls }) => calls > 0).map(({ file }) => file);
    assert.deepEqual(makers, [...BUILT.keys()].sort());
    assert.deepEqual(
      [...BOUNDED.keys()].filter((text) => !known.has(text)),
      [],
    );
  });

  const isAskedAgain = Boolean(process.env.UPDATE_EXPRESSIONS);
  const listed: readonly string[] = JSON.parse(readFileSync(LIST, 'utf8'));
  const safe = new Set(isAskedAgain ? [] : listed);

  it('is on the list of safe ones only as long as it is in the source', () => {
    if (!isAskedAgain)
      assert.deepEqual(
        listed.filter((text) => !known.has(text)),
        [],
      );
  });

  after(() => {
    if (isAskedAgain) writeFileSync(LIST, `${JSON.stringify([...safe].sort(), null, 2)}\n`);
  });

  for (const { file, text } of known.values()) {
    if (BOUNDED.has(text) || safe.has(text)) continue;
    it(`takes time as the text's length does: ${file} ${text}`, () => {
      const end = text.lastIndexOf('/');
      const found = recheck.checkSync(text.slice(1, end), text.slice(end + 1), {
        timeout: PATIENCE,
        randomSeed: SEED,
      });
      assert.equal(
        found.status,
        'safe',
        found.status === 'vulnerable' ? found.complexity.summary : found.status,
      );
      safe.add(text);
    });
  }
});
