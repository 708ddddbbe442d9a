/** What vsce calls these files in the package. */
const PACKED_NAMES: Readonly<Record<string, string>> = {
  'README.md': 'readme.md',
  'CHANGELOG.md': 'changelog.md',
  LICENSE: 'LICENSE.txt',
};

/** The name that a file of the project has in the package. */
export function packedName(file: string): string {
  return PACKED_NAMES[file] ?? file;
}

/**
 * The README as it is shipped: without its pictures, since VS Code's page of an extension loads none that are shipped
 * with it, and without links to what is not shipped; their words stay, unless an item of a list begins with one.
 *
 * @param allowList the text of `.vscodeignore`. To ask vsce for the files would take as long as to pack them.
 */
export function packedReadme(text: string, allowList: string): string {
  const allowed = allowList.split(/\r?\n/).flatMap((line) => (line.startsWith('!') ? line.slice(1) : []));
  const isShipped = (file: string) =>
    allowed.some((glob) => (glob.endsWith('/**') ? file.startsWith(glob.slice(0, -2)) : file === glob));
  return text
    .replaceAll(/^<p>.*?<\/p>\n\n/gms, '')
    .replaceAll(/^- \[[^\]]+\]\(([^)#:\s]+)[^\n]*\n/gm, (item, file) => (isShipped(file) ? item : ''))
    .replaceAll(/\[([^\]]+)\]\(([^)#:\s]+)(#[^)\s]*)?\)/g, (_, words, file, heading = '') =>
      isShipped(file) ? `[${words}](${packedName(file)}${heading})` : words,
    );
}
