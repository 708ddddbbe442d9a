import assert from 'node:assert/strict';
import { countTried, SEED } from '../../helpers';
import { BREAKINGS, type Broken, brokenServer } from '../broken-server';
import type { Dice } from '../dice';
import { CSHARP } from './csharp';
import { GO } from './go';
import { JAVA } from './java';
import { JAVASCRIPT } from './javascript';
import { JOINS, type Join, writeJoined } from './joined';
import { KOTLIN } from './kotlin';
import type { Literal } from './literal';
import { HAS_PYTHON, readByNode, readByPython } from './parsers';
import { PHP } from './php';
import { atMarkers, HOLE, unmarked } from './place';
import { programAround } from './programs';
import { PYTHON } from './python';
import { RUBY } from './ruby';
import { RUST } from './rust';
import { contentOf } from './second-scanner';
import { diceFor, FILES, ROUNDS } from './seeded';
import { SHELL } from './shell';
import { serversIn, TEXTS } from './texts';
import { assertMended, assertOneFound } from './wrapped-check';

const LANGUAGES: Readonly<Record<string, readonly Literal[]>> = {
  go: GO,
  python: PYTHON,
  javascript: JAVASCRIPT,
  typescript: JAVASCRIPT,
  java: JAVA,
  kotlin: KOTLIN,
  csharp: CSHARP,
  rust: RUST,
  ruby: RUBY,
  php: PHP,
  shellscript: SHELL,
};

/** A string, or several, that hold a text. */
interface Put {
  readonly written: string;
  /** The text, with what is filled in as a scanner reads it. */
  readonly expected: string;
}

/** A way to put a text into a program. */
interface Way {
  readonly languageId: string;
  readonly name: string;
  /** Undefined where the text cannot be written so. */
  write(text: string, dice: Dice): Put | undefined;
  readonly forms: readonly Literal[];
  readonly splice?: string | undefined;
  readonly mayLackFix?: true;
}

/** A file after its fix, and what it was made of. */
interface Mended {
  readonly file: string;
  readonly put: Put;
  /** Where the string begins, and how much stands behind it; as if lines ended with line feeds. */
  readonly start: number;
  readonly tail: number;
  readonly broken: Broken;
}

let servers = 0;
let files = 0;

function inOne(languageId: string, form: Literal): Way {
  const write = (text: string, dice: Dice) => {
    const hole = dice.pick(form.holes);
    const filled = form.interpolates ? text : text.replaceAll(HOLE, hole);
    const written = form.write(filled, dice)?.replaceAll(HOLE, () => hole);
    return written === undefined ? undefined : { written, expected: filled };
  };
  return { languageId, name: form.name, write, forms: [form] };
}

function inSeveral(languageId: string, forms: readonly Literal[], join: Join): Way {
  const write = (text: string, dice: Dice) => {
    const expected = join.splice === undefined ? text.replaceAll(HOLE, '%s') : text;
    const written = writeJoined(expected, forms, join, dice);
    return written === undefined ? undefined : { written, expected };
  };
  const [{ name } = { name: '' }, ...others] = forms;
  const isMixed = others.length > 0 && { mayLackFix: true as const };
  const kind = isMixed ? 'different strings' : name;
  return { languageId, name: `${kind}, joined: ${join.name}`, write, forms, splice: join.splice, ...isMixed };
}

/** Writes every kind of text with every kind of mistake, and checks what is found. */
async function findAll(way: Way): Promise<void> {
  const { languageId, name } = way;
  const dice = diceFor(`${languageId} ${name}`);
  const mended: Mended[] = [];
  for (const make of Object.values(TEXTS)) {
    for (const breaking of BREAKINGS) {
      for (let round = 0, tries = 0; round < ROUNDS && tries < 40; tries += 1) {
        const broken = brokenServer(dice, breaking);
        const { marked } = make(broken, dice);
        const put = way.write(marked, dice);
        if (put === undefined) continue;
        round += 1;
        const program = programAround(languageId, put.written, dice);
        const start = program.indexOf(put.written);
        const tail = program.length - start - put.written.length;
        const { text, span } = unmarked(dice.pick(FILES)(program));
        const count = serversIn(marked);
        const file = assertOneFound({
          text,
          languageId,
          span,
          broken,
          servers: count,
          mayLackFix: way.mayLackFix,
        });
        servers += count;
        countTried(count);
        files += 1;
        if (file !== undefined) mended.push({ file, put, start, tail, broken });
      }
    }
  }
  if (languageId === 'python' && !HAS_PYTHON) return;
  const contents = await contentsOf(way, mended);
  for (const [i, { put, broken }] of mended.entries()) {
    assertMended(contents[i] ?? '', atMarkers(put.expected), broken);
  }
}

/** What the string in each program holds, as the language's parser or another scanner reads it. */
async function contentsOf({ languageId, forms, splice }: Way, mended: readonly Mended[]): Promise<string[]> {
  const programs = mended.map(({ file }) => file);
  if (languageId === 'python') {
    return readByPython(programs).map(({ text }) => String(text));
  }
  if (/script/.test(languageId) && languageId !== 'shellscript')
    return (await readByNode(programs, languageId)).map(String);
  return mended.map(({ file, start, tail }) => {
    const plain = file.replace('\uFEFF', '').replaceAll('\r\n', '\n');
    return contentOf(plain, start, plain.length - tail, forms, splice);
  });
}

/** Every way to put a text into a program of a language. */
function waysOf(languageId: string, forms: readonly Literal[]): Way[] {
  const plain = forms.filter(({ name, interpolates }) => !interpolates && !/<<|block|raw with/.test(name));
  const joined = (JOINS[languageId] ?? []).flatMap((join) => {
    const usable = plain.filter(({ name }) => join.name !== 'side by side' || !/%|bytes/.test(name));
    const some = usable.filter((_, i) => i < 5);
    const alone = some.map((form) => inSeveral(languageId, [form], join));
    // Python joins bytes to nothing but bytes.
    const mixed = usable.filter(({ name }) => !name.includes('bytes'));
    return some.length > 1 ? [...alone, inSeveral(languageId, mixed, join)] : alone;
  });
  return [...forms.map((form) => inOne(languageId, form)), ...joined];
}

describe(`one wrong value in a string of a program (seed ${SEED})`, function () {
  this.timeout(120_000);

  for (const [languageId, forms] of Object.entries(LANGUAGES)) {
    for (const way of waysOf(languageId, forms)) {
      it(`is found, and put right, in ${languageId}: ${way.name}`, async function () {
        await findAll(way);
        if (languageId === 'python' && !HAS_PYTHON) {
          console.warn(`There is no python3: nobody read back what was mended (${way.name})`);
          this.skip();
        }
      });
    }
  }

  it('was looked for in 5,500 servers at least', () => {
    assert.ok(servers >= 5500, `${servers} servers in ${files} files`);
  });
});
