import assert from 'node:assert/strict';
import { countTried, SEED } from '../../helpers';
import { SHAPES } from '../bodies';
import { BREAKINGS, type Broken, brokenServer, cleanServer, type Json } from '../broken-server';
import type { Dice } from '../dice';
import { MAP_WRITERS, type MapWriter, writeMap } from './maps';
import { HAS_PYTHON, readByNode, readByPython } from './parsers';
import { atMarkers, unmarked } from './place';
import { diceFor, FILES, ROUNDS } from './seeded';
import { serversIn } from './texts';
import { assertOneFound } from './wrapped-check';

let servers = 0;

/** A server with one of the API's prefixes: any other map can be anything. */
function prefixedServer(dice: Dice, breaking: (typeof BREAKINGS)[number]): Broken {
  for (;;) {
    const broken = brokenServer(dice, breaking);
    if (Object.keys(broken.server).some((key) => key.startsWith('OS-EXT-STS:'))) return broken;
  }
}

function bodyOf(broken: Broken, dice: Dice): Json {
  const open = (server: { [key: string]: Json }) => ({ servers: [cleanServer(dice), server] });
  return dice.pick([...Object.values(SHAPES), open])(broken.server, dice);
}

/** What the value has to be after the fix, as it is written. */
function rightIn({ words, quotes }: MapWriter, { right }: Broken): string[] {
  if (right === null) return [words.null];
  return quotes.map((quote) => quote + right + quote.replace(/^[a-z]+/, ''));
}

async function findAll(writer: MapWriter): Promise<void> {
  const { languageId, name, program } = writer;
  const dice = diceFor(`${languageId} ${name}`);
  const fixed: string[] = [];
  for (const shape of Object.keys(SHAPES)) {
    for (const breaking of BREAKINGS) {
      for (let round = 0; round < ROUNDS * 4; round += 1) {
        const broken = prefixedServer(dice, breaking);
        const written = writeMap(bodyOf(broken, dice), writer, broken.wrong, dice);
        const file = dice.pick(FILES)(`${program(written)}\n`);
        const count = serversIn(written);
        const mended = assertOneFound({ ...unmarked(file), languageId, broken, servers: count });
        servers += count;
        countTried(count);
        assert.ok(mended, shape);
        const [before, , behind] = atMarkers(file);
        const value = mended.slice(before.length, mended.length - behind.length);
        assert.ok(mended.startsWith(before) && mended.endsWith(behind), mended);
        assert.ok(rightIn(writer, broken).includes(value), `${value} in ${mended}`);
        fixed.push(mended);
      }
    }
  }
  if (languageId === 'python' && HAS_PYTHON) readByPython(fixed);
  if (/script/.test(languageId)) await readByNode(fixed, languageId);
}

describe(`one wrong value in a map of a program (seed ${SEED})`, function () {
  this.timeout(120_000);

  for (const writer of MAP_WRITERS) {
    it(`is found, and put right, in ${writer.languageId}: ${writer.name}`, () => findAll(writer));
  }

  it('was looked for in 1,500 servers at least', () => assert.ok(servers >= 1500, `${servers}`));
});
