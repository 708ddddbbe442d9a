import { parseArgs } from 'node:util';
import { clouds } from '../mapping';
import { inEnglish, type Language, type Say, sayFrom, translateClouds } from '../words';
import { oneOf, UsageError } from './usage';

/** The values of `--lang`. */
const IDS = ['en', 'zh-cn'] as const;
export type LanguageId = (typeof IDS)[number];

/** The user's language with its id. */
export interface ReaderLanguage extends Language {
  readonly id: LanguageId;
  /** True if the call names it, with `--lang`. */
  readonly isNamed?: boolean;
}

/** Returns a language by its id. Translations are loaded only if they are used. */
export async function languageOf(id: LanguageId): Promise<ReaderLanguage> {
  if (id === 'en') return { id, say: inEnglish, clouds };
  const chinese = await import('../../l10n/bundle.l10n.zh-cn.json');
  const say = sayFrom(chinese.default);
  return { id, say, clouds: translateClouds(say, clouds) };
}

/**
 * Returns the language of a call: the one that `--lang` requests, before or after the command, or else the locale's.
 *
 * @returns the language, and the arguments without `--lang`.
 * @throws UsageError for an invalid `--lang`, in the locale's language.
 */
export async function readLanguage(args: string[]): Promise<{ language: ReaderLanguage; rest: string[] }> {
  const byLocale = await languageOf(languageOfLocale(localeOf(process.env)));
  const { id, rest } = readLang(byLocale.say, args);
  if (id === undefined) return { language: byLocale, rest };
  return { language: { ...(await languageOf(id)), isNamed: true }, rest };
}

/** Removes `--lang` from the arguments. As with every option, the last one counts. */
function readLang(say: Say, args: string[]): { id: LanguageId | undefined; rest: string[] } {
  const options = { lang: { type: 'string' } } as const;
  const { tokens } = parseArgs({ args, options, allowPositionals: true, strict: false, tokens: true });
  const taken = new Set<number>();
  let id: LanguageId | undefined;
  for (const token of tokens) {
    if (token.kind !== 'option' || token.name !== 'lang') continue;
    const { index, value, inlineValue } = token;
    if (value === undefined) {
      throw new UsageError(say('{option} needs a value. See --help.', { option: '--lang' }));
    }
    // Language tags are case-insensitive, and `zh-CN` is the common form.
    id = oneOf(say, '--lang', value.toLowerCase(), IDS);
    taken.add(index);
    if (!inlineValue) taken.add(index + 1);
  }
  return { id, rest: args.filter((_, i) => !taken.has(i)) };
}

/** Returns the locale for messages: from POSIX's variables, or from the system if none is set, as on Windows. */
export function localeOf(env: NodeJS.ProcessEnv): string {
  return env.LC_ALL || env.LC_MESSAGES || env.LANG || Intl.DateTimeFormat().resolvedOptions().locale;
}

/**
 * Returns the language of a locale such as `zh_CN.UTF-8` or `zh-Hans`. Like VS Code, falls back to English for
 * Traditional Chinese (`zh_TW`, `zh_HK`): Simplified Chinese would be a guess.
 */
export function languageOfLocale(locale: string): LanguageId {
  const tag = locale.replace(/[.@].*/, '').replaceAll('_', '-');
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return language === 'zh' && script === 'Hans' ? 'zh-cn' : 'en';
  } catch {
    // `C` is a valid locale, but not a language.
    return 'en';
  }
}
