import chinese from '../../l10n/bundle.l10n.zh-cn.json';
import { clouds } from '../../src/mapping';
import type { Options } from '../../src/service';
import { inEnglish, sayFrom, translateClouds } from '../../src/words';

/** A language that files are made in, and what VS Code calls it. */
export interface Language extends Pick<Options, 'say' | 'clouds'> {
  readonly id: 'en' | 'zh-cn';
}

const sayChinese = sayFrom(chinese);

/** The languages of what is shipped. package.nls.json and its translations name each one's files. */
export const LANGUAGES: readonly Language[] = [
  { id: 'en', say: inEnglish, clouds },
  { id: 'zh-cn', say: sayChinese, clouds: translateClouds(sayChinese, clouds) },
];

/** Where a made file goes: English ones stand first, the others in a folder of their language. */
export function placeIn(folder: string, name: string, { id }: Language): string {
  return id === 'en' ? `${folder}/${name}` : `${folder}/${id}/${name}`;
}
