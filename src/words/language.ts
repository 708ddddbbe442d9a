import type chinese from '../../l10n/bundle.l10n.zh-cn.json';
import type { Cloud, PowerState, Vocabulary } from '../mapping';

/** A text for users, in English: the key of its translations in `l10n/`. */
export type Text = keyof typeof chinese;

/** The values for a text's `{name}`s. */
export type Parts = Readonly<Record<string, string | number>>;

/** Returns a text in the user's language, with its parts filled in. */
export type Say = (text: Text, parts?: Parts) => string;

/** The user's language: the built-in clouds in it, and the function that translates all other texts. */
export interface Language {
  readonly clouds: ReadonlyMap<string, Cloud>;
  readonly say: Say;
}

/** Returns the texts as they are in the code. */
export const inEnglish: Say = sayFrom({});

/**
 * Creates a `Say` from translations.
 *
 * @param translations by English text; a text that is missing stays English.
 */
export function sayFrom(translations: Readonly<Record<string, string>>): Say {
  return (text, parts = {}) => {
    const said = Object.hasOwn(translations, text) ? translations[text] : text;
    return fillIn(said ?? text, parts);
  };
}

/**
 * Fills in the parts of a text. Chinese texts have blanks around each `{name}`, as most parts are Latin. If a part is
 * Chinese, the blank beside it is removed; blanks inside a part stay.
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
  // The odd pieces are the names of parts.
  return text
    .split(/\{(\w+)\}/)
    .map((piece, index) => {
      if (index % 2 === 0) return piece;
      return Object.hasOwn(parts, piece) ? String(parts[piece]) : `{${piece}}`;
    })
    .reduce(joinPieces);
}

/** A fast test that every text with a Chinese character passes. */
const MAY_BE_CHINESE = /[\u2e80-\uffff]/;
const ENDS_CHINESE = /\p{Script=Han}$/u;
const BEGINS_CHINESE = /^\p{Script=Han}/u;

function joinPieces(before: string, next: string): string {
  // A blank between two parts is a piece, and is handled together with the next one.
  if (before.endsWith(' ') && ENDS_CHINESE.test(before.slice(0, -1)) && BEGINS_CHINESE.test(next))
    return before.slice(0, -1) + next;
  if (next.startsWith(' ') && ENDS_CHINESE.test(before) && BEGINS_CHINESE.test(next.slice(1)))
    return before + next.slice(1);
  return before + next;
}

/** Translates the titles, meanings and sources of clouds. Values stay the same. */
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

/** Translates a text of the tables. A test asserts that the bundle contains each of them. */
export function sayData(say: Say, text: string): string {
  return say(text as Text);
}
