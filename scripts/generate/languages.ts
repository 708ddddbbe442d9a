import chinese from '../../l10n/bundle.l10n.zh-cn.json';
import { clouds } from '../../src/mapping';
import type { Options } from '../../src/service';
import { inEnglish, sayFrom, translateClouds } from '../../src/words';

/** A language of generated files, with VS Code's id. */
export interface Language extends Pick<Options, 'say' | 'clouds'> {
  readonly id: 'en' | 'zh-cn';
}

const sayChinese = sayFrom(chinese);

/** The languages that are shipped. package.nls.json and its translations name the files of each. */
export const LANGUAGES: readonly Language[] = [
  { id: 'en', say: inEnglish, clouds },
  { id: 'zh-cn', say: sayChinese, clouds: translateClouds(sayChinese, clouds) },
];

/** Returns the path of a generated file. Languages other than English have a subfolder. */
export function placeIn(folder: string, name: string, { id }: Language): string {
  return id === 'en' ? `${folder}/${name}` : `${folder}/${id}/${name}`;
}
