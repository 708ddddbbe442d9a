import { readdirSync, readFileSync } from 'node:fs';

/** The pages of a folder and the folders in it, as paths from the root. */
export function pagesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.md'))
    .sort();
}

/** The pages in the root, and those that belong to a folder. */
const ALONE = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
  'examples/README.md',
  'bench/RESULTS.md',
];

/** Every page that people read, as paths from the root. */
export const PAGES: readonly string[] = [...ALONE, ...pagesIn('docs')];

export const ENGLISH_PAGES = PAGES.filter((page) => !page.startsWith('docs/zh-cn/'));

/** A page without its blocks of code. */
export function withoutBlocks(page: string): string {
  return readFileSync(page, 'utf8').replace(/^```.*?^```$/gms, '');
}

/** Where a text's links lead, as it names them: in place, by a definition, or in HTML. */
export function linksIn(text: string): string[] {
  const links = text.matchAll(/\]\(([^)\s]+)[^)]*\)|^\[[^\]^]+\]:\s*(\S+)|\b(?:src|srcset|href)="([^"]+)"/gm);
  return [...links].map(([, inPlace, defined, html]) => inPlace ?? defined ?? html ?? '');
}

/** The names that GitHub gives a page's headings: a second one of a name ends in `-1`. */
export function anchorsIn(page: string): string[] {
  const seen = new Map<string, number>();
  return [...withoutBlocks(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => {
    const name = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
      .replaceAll(' ', '-');
    const times = seen.get(name) ?? 0;
    seen.set(name, times + 1);
    return times === 0 ? name : `${name}-${times}`;
  });
}
