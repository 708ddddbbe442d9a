import { parseArgs } from 'node:util';
import { clouds } from '../mapping';
import { inEnglish, type Language, type Say, sayFrom, translateClouds } from '../words';
import { oneOf, UsageError } from './usage';

/** What `--lang` takes. */
const IDS = ['en', 'zh-cn'] as const;
export type LanguageId = (typeof IDS)[number];

/** The reader's language, by its name. */
export interface ReaderLanguage extends Language {
  readonly id: LanguageId;
}

/** A language by its name. The translations are loaded for those alone who read them. */
export async function languageOf(id: LanguageId): Promise<ReaderLanguage> {
  if (id === 'en') return { id, say: inEnglish, clouds };
  const chinese = await import('../../l10n/bundle.l10n.zh-cn.json');
  const say = sayFrom(chinese.default);
  return { id, say, clouds: translateClouds(say, clouds) };
}

/**
 * The language of a call: the one that `--lang` asks for, before the command or behind it, else the locale's.
 *
 * @returns the language, and the arguments without `--lang`.
 * @throws UsageError in the locale's language where `--lang` asks for another than those that there are.
 */
export async function readLanguage(args: string[]): Promise<{ language: ReaderLanguage; rest: string[] }> {
  const byLocale = await languageOf(languageOfLocale(localeOf(process.env)));
  const { id = byLocale.id, rest } = readLang(byLocale.say, args);
  return { language: id === byLocale.id ? byLocale : await languageOf(id), rest };
}

/** Takes `--lang` out of the arguments. As with every option, the last one counts. */
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
    // Language tags are the same in any case: many write zh-CN.
    id = oneOf(say, '--lang', value.toLowerCase(), IDS);
    taken.add(index);
    if (!inlineValue) taken.add(index + 1);
  }
  return { id, rest: args.filter((_, i) => !taken.has(i)) };
}

/** The locale of messages: POSIX's variables, or what the system says where none is set, as on Windows. */
export function localeOf(env: NodeJS.ProcessEnv): string {
  return env.LC_ALL || env.LC_MESSAGES || env.LANG || Intl.DateTimeFormat().resolvedOptions().locale;
}

/**
 * The language for a locale such as `zh_CN.UTF-8` or `zh-Hans`. Traditional Chinese (`zh_TW`, `zh_HK`) gets
 * English, as it does in VS Code: Simplified Chinese would be a guess.
 */
export function languageOfLocale(locale: string): LanguageId {
  const tag = locale.replace(/[.@].*/, '').replaceAll('_', '-');
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return language === 'zh' && script === 'Hans' ? 'zh-cn' : 'en';
  } catch {
    // C is a locale, but no language.
    return 'en';
  }
}
