import { l10n } from 'vscode';
import { clouds as inEnglish } from '../mapping';
import { fillIn, type Say, translateClouds } from '../words';

/** Translates a text to VS Code's display language, with the bundle in `l10n/` that VS Code has loaded. */
export const say: Say = (text, parts = {}) => fillIn(l10n.t(text), parts);

/** The built-in clouds, in VS Code's display language. */
export const clouds = translateClouds(say, inEnglish);
