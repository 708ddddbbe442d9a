import assert from 'node:assert/strict';
import { countTried, SEED } from '../../helpers';
import { BREAKINGS, brokenServer } from '../broken-server';
import { BLOCKS, type Block, documentAround } from './documents';
import { atMarkers, HOLE, unmarked } from './place';
import { diceFor, FILES, ROUNDS } from './seeded';
import { serversIn, TEXTS } from './texts';
import { assertMended, assertOneFound } from './wrapped-check';

let servers = 0;

/** Writes every kind of text with every kind of mistake into such a block, and checks what is found. */
function findAll(block: Block): void {
  const dice = diceFor(`${block.languageId} ${block.name}`);
  for (const make of Object.values(TEXTS)) {
    for (const breaking of BREAKINGS) {
      for (let round = 0, tries = 0; round < ROUNDS * 2 && tries < 40; tries += 1) {
        const broken = brokenServer(dice, breaking);
        const text = make(broken, dice);
        const marked = text.marked.replaceAll(HOLE, '%s');
        const put = block.write({ ...text, marked }, dice);
        if (put === undefined) continue;
        round += 1;
        const document = documentAround(block, put, dice);
        const file = unmarked(dice.pick(FILES)(document));
        const count = serversIn(marked);
        const fixed = assertOneFound({ ...file, languageId: block.languageId, broken, servers: count });
        servers += count;
        countTried(count);
        assert.ok(fixed);
        assertMended(fixed.replace('\uFEFF', ''), atMarkers(document), broken);
      }
    }
  }
}

describe(`one wrong value in a block of code (seed ${SEED})`, function () {
  this.timeout(120_000);

  for (const block of BLOCKS) {
    it(`is found, and put right, in ${block.languageId}: ${block.name}`, () => findAll(block));
  }

  it('was looked for in 3,300 servers at least', () => {
    assert.ok(servers >= 3300, `${servers}`);
  });
});
