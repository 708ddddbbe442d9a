import { l10n } from 'vscode';
import { clouds as inEnglish } from '../mapping';
import { fillIn, type Say, translateClouds } from '../words';

/** Gives a text in VS Code's display language, from the bundle in `l10n/` that VS Code has loaded. */
export const say: Say = (text, parts = {}) => fillIn(l10n.t(text), parts);

/** The clouds that ship with the product, in VS Code's display language. */
export const clouds = translateClouds(say, inEnglish);
