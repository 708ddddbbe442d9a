import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import bundle from '../../l10n/bundle.l10n.zh-cn.json';
import { clouds, NOVA_ACTIONS } from '../../src/mapping';
import { RULES } from '../../src/service';

const translations: Readonly<Record<string, string>> = bundle;

/** The texts that the tables hold. */
const DATA = [
  ...[...RULES.values()].map(({ summary }) => summary),
  ...[...clouds.values()].flatMap(({ title, sources, statuses, vmStates, taskStates, powerStates }) => [
    title,
    ...sources.map((source) => source.title),
    ...[statuses, vmStates, taskStates].flatMap((vocabulary) => Object.values(vocabulary)),
    ...powerStates.map(({ meaning }) => meaning),
  ]),
  ...NOVA_ACTIONS.flatMap(({ title, note }) => (note === undefined ? [title] : [title, note])),
];

/** Names, and what stands between values: the same in both languages. */
const SAME = [...[...clouds.values()].map(({ title }) => title), '{title} (Server Status).'];

function sourceOf(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n')
    .replace(/\\(['"\\])/g, '$1');
}

function placeholders(text: string): string[] {
  return [...new Set(text.match(/\{\w+\}/g))].sort();
}

describe('The Chinese bundle', () => {
  it('has every text of the tables', () => {
    const missing = DATA.filter((text) => !Object.hasOwn(translations, text));
    assert.deepEqual(missing, []);
  });

  it('has no text that nobody says', () => {
    const source = sourceOf('src') + sourceOf('scripts');
    const idle = Object.keys(translations).filter(
      (text) => !DATA.includes(text) && ![`'${text}'`, `"${text}"`].some((one) => source.includes(one)),
    );
    assert.deepEqual(idle, []);
  });

  it('says every text in Chinese', () => {
    const left = Object.entries(translations).filter(([english, chinese]) => {
      const words = english.replace(/\{\w+\}/g, '').match(/[A-Za-z]+/g);
      return words !== null && !SAME.includes(english) && !/\p{Script=Han}/u.test(chinese);
    });
    assert.deepEqual(left, []);
  });

  it('fills in the same parts', () => {
    const different = Object.entries(translations).filter(
      ([english, chinese]) => placeholders(english).join() !== placeholders(chinese).join(),
    );
    assert.deepEqual(different, []);
  });

  it('ends its sentences as the English ones end', () => {
    const END = { '.': '。', '?': '？' };
    const wrong = Object.entries(translations).filter(([english, chinese]) => {
      const end = END[english.at(-1) as keyof typeof END];
      return end !== undefined && !chinese.endsWith(end) && !/^\{\w+\}/.test(english);
    });
    assert.deepEqual(wrong, []);
  });

  it('stands in the order of its texts, so that two people can add to it', () => {
    assert.deepEqual(Object.keys(translations), Object.keys(translations).sort());
  });
});
