import type chinese from '../../l10n/bundle.l10n.zh-cn.json';
import type { Cloud, PowerState, Vocabulary } from '../mapping';

/** A text that people read, in English: the key under which `l10n/` has it in other languages. */
export type Text = keyof typeof chinese;

/** What stands in a text's `{name}`s. */
export type Parts = Readonly<Record<string, string | number>>;

/** Gives a text in the reader's language, with its parts filled in. */
export type Say = (text: Text, parts?: Parts) => string;

/** A reader's language: the clouds that ship with the product, told in it, and what says everything else. */
export interface Language {
  readonly clouds: ReadonlyMap<string, Cloud>;
  readonly say: Say;
}

/** The texts as they stand in the code. */
export const inEnglish: Say = sayFrom({});

/** @param translations by the English text; what is not among them stays English. */
export function sayFrom(translations: Readonly<Record<string, string>>): Say {
  return (text, parts = {}) => {
    const said = Object.hasOwn(translations, text) ? translations[text] : text;
    return fillIn(said ?? text, parts);
  };
}

/**
 * A text with its parts filled in. Chinese texts have blanks around their `{name}`s, for the Latin values that most
 * parts are. Where a part is Chinese, no blank belongs there; those inside a part stay.
 */
export function fillIn(text: string, parts: Parts): string {
  let filled = '';
  let at = 0;
  for (let open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
    const close = text.indexOf('}', open);
    const name = text.slice(open + 1, close);
    if (!Object.hasOwn(parts, name)) continue;
    filled += text.slice(at, open) + parts[name];
    at = close + 1;
  }
  filled += text.slice(at);
  return MAY_BE_CHINESE.test(filled) ? fillInChinese(text, parts) : filled;
}

function fillInChinese(text: string, parts: Parts): string {
  // Between two pieces of text stands the name of a part.
  return text
    .split(/\{(\w+)\}/)
    .map((piece, index) => {
      if (index % 2 === 0) return piece;
      return Object.hasOwn(parts, piece) ? String(parts[piece]) : `{${piece}}`;
    })
    .reduce(joinPieces);
}

/** What no text without a Chinese character passes, and few others. */
const MAY_BE_CHINESE = /[\u2e80-\uffff]/;
const ENDS_CHINESE = /\p{Script=Han}$/u;
const BEGINS_CHINESE = /^\p{Script=Han}/u;

function joinPieces(before: string, next: string): string {
  // A blank between two parts is a piece of its own, and the next one's to judge.
  if (before.endsWith(' ') && ENDS_CHINESE.test(before.slice(0, -1)) && BEGINS_CHINESE.test(next))
    return before.slice(0, -1) + next;
  if (next.startsWith(' ') && ENDS_CHINESE.test(before) && BEGINS_CHINESE.test(next.slice(1)))
    return before + next.slice(1);
  return before + next;
}

/** The clouds with their titles, meanings and sources in the reader's language. Values stay what they are. */
export function translateClouds(say: Say, clouds: ReadonlyMap<string, Cloud>): ReadonlyMap<string, Cloud> {
  return new Map([...clouds].map(([id, cloud]) => [id, translateCloud(say, cloud)]));
}

function translateCloud(say: Say, cloud: Cloud): Cloud {
  const meanings = (vocabulary: Vocabulary) =>
    Object.fromEntries(Object.entries(vocabulary).map(([value, meaning]) => [value, sayData(say, meaning)]));
  return {
    ...cloud,
    title: sayData(say, cloud.title),
    sources: cloud.sources.map((source) => ({ ...source, title: sayData(say, source.title) })),
    statuses: meanings(cloud.statuses),
    vmStates: meanings(cloud.vmStates),
    taskStates: meanings(cloud.taskStates),
    powerStates: cloud.powerStates.map(
      (state): PowerState => ({ ...state, meaning: sayData(say, state.meaning) }),
    ),
  };
}

/** A text that is written in the tables; a test holds each of them to the bundle. */
export function sayData(say: Say, text: string): string {
  return say(text as Text);
}
