export { decode, type Undecoded } from './decode';
export { endingsOf, isOneOf, languageByName, withEndings } from './language-of';
export { folderOf, pathIn } from './path-in';
export { readAhead } from './read-ahead';
export { type Searched, searchFolder } from './search-folder';
export type { Entry, Tree, Unread, Wanted } from './types';
