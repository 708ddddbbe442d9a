/** The names of files in the package if vsce changes them. */
const PACKED_NAMES: Readonly<Record<string, string>> = {
  'README.md': 'readme.md',
  'CHANGELOG.md': 'changelog.md',
  LICENSE: 'LICENSE.txt',
};

/** Returns the name of a project's file in the package. */
export function packedName(file: string): string {
  return PACKED_NAMES[file] ?? file;
}

/**
 * Returns the README for the package. Removes pictures, since VS Code's page of an extension cannot load any from the
 * package. Links to files outside the package become plain text; a list item that starts with one is removed.
 *
 * @param allowList the text of `.vscodeignore`: asking vsce for the files takes as long as packing them.
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
