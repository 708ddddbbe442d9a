/** Joins a folder and a relative path. */
export function pathIn(folder: string, path: string): string {
  if (path === '') return folder;
  return folder.endsWith('/') ? folder + path : `${folder}/${path}`;
}

/** Returns the parent folder, or the root itself: `/`, or a drive's `C:/`. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  const above = path.slice(0, slash);
  return above === '' || above.endsWith(':') ? path.slice(0, slash + 1) : above;
}
