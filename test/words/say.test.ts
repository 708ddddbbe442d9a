import assert from 'node:assert/strict';
import {
  inEnglish,
  labelOf,
  quote,
  quotePair,
  sayAction,
  sayAll,
  sayBoth,
  sayClauses,
  sayGlue,
  sayKnown,
  sayList,
  sayNearest,
  sayNumber,
  sayPair,
  saySome,
  saySource,
  sayTogether,
  sayValue,
  titleBeside,
} from '../../src/words';

const letters = (count: number) =>
  Array.from({ length: count }, (_, index) => String.fromCharCode(65 + index));

describe('Lists', () => {
  for (const [name, list, none, one, two, three] of [
    ['all', sayAll, '', 'A', 'A, B', 'A, B, C'],
    ['one of them', sayList, '', 'A', 'A or B', 'A, B or C'],
    ['each of them', sayBoth, '', 'A', 'A and B', 'A, B and C'],
    ['clauses', sayClauses, '', 'A', 'A; B', 'A; B; C'],
  ] as const) {
    it(`of none to three, ${name}`, () => {
      assert.deepEqual(
        [0, 1, 2, 3].map((count) => list(inEnglish, letters(count))),
        [none, one, two, three],
      );
    });
  }

  it('keep the order of many', () => {
    assert.equal(sayAll(inEnglish, letters(7)), 'A, B, C, D, E, F, G');
  });

  it('have a comma between two values', () => {
    assert.equal(sayGlue(inEnglish), ', ');
  });

  it('have their first five values, and how many more there are', () => {
    assert.equal(saySome(inEnglish, letters(5)), 'A, B, C, D or E');
    assert.equal(saySome(inEnglish, letters(11)), 'A, B, C, D, E and 6 more');
    assert.equal(saySome(inEnglish, letters(3), 2), 'A, B and 1 more');
  });

  it('have twenty of the names that there are', () => {
    assert.match(sayKnown(inEnglish, letters(20)), /, S or T$/);
    assert.match(sayKnown(inEnglish, letters(22)), /, S, T and 2 more$/);
  });
});

describe('A value', () => {
  it('is said up to sixty characters', () => {
    assert.equal(sayValue('x'.repeat(60)), 'x'.repeat(60));
    assert.equal(sayValue('x'.repeat(61)), `${'x'.repeat(60)}…`);
  });

  it('stands in quotes, so that a blank at its end shows, and null without', () => {
    assert.equal(quote('active '), '"active "');
    assert.equal(quote(null), 'null');
  });

  it('stands beside its task_state as a pair, in quotes or as people say it', () => {
    assert.equal(quotePair('active', 'rebooting'), '"active" + "rebooting"');
    assert.equal(quotePair('active', null), '"active" + null');
    assert.equal(sayPair('active', 'rebooting'), 'active + rebooting');
    assert.equal(sayPair('active', null), 'active + null');
  });

  it('that is near is asked for, and nothing where none is', () => {
    assert.equal(sayNearest(inEnglish, ['A', 'B']), 'Did you mean "A" or "B"?');
    assert.equal(sayNearest(inEnglish, []), undefined);
  });
});

describe('Sentences', () => {
  it('stand behind one another without those that are not there', () => {
    assert.equal(sayTogether(inEnglish, 'One.', undefined, 'Two.', 'Three.'), 'One. Two. Three.');
    assert.equal(sayTogether(inEnglish, undefined), '');
  });

  it('name a document with the day that it was read, where that is known', () => {
    assert.equal(saySource(inEnglish, { title: 'Title', date: '2026-08-21' }), 'Title, 2026-08-21');
    assert.equal(saySource(inEnglish, { title: 'Title', date: '' }), 'Title');
  });

  it('have one thing by itself and any other number of them', () => {
    const say = (count: number) => sayNumber(inEnglish, count, '{count} error', '{count} errors');
    assert.deepEqual([0, 1, 2].map(say), ['0 errors', '1 error', '2 errors']);
  });
});

describe('An action', () => {
  it('is called by its id in words, with its title where that says more', () => {
    assert.equal(labelOf('confirm_resize_now'), 'confirm resize now');
    assert.equal(sayAction(inEnglish, 'stop'), 'stop');
    assert.equal(sayAction(inEnglish, 'migrate'), 'migrate (cold migration)');
    assert.equal(sayAction(inEnglish, 'migrate', '`migrate`'), '`migrate` (cold migration)');
    assert.equal(sayAction(inEnglish, 'stable'), 'stable');
  });

  it('has no title beside its label that is the same', () => {
    assert.equal(titleBeside(inEnglish, { id: 'soft_delete', title: 'soft delete' }), undefined);
    assert.equal(titleBeside(inEnglish, { id: 'stop', title: 'shutdown' }), 'shutdown');
  });
});
