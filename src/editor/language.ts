import { l10n } from 'vscode';
import { clouds as inEnglish } from '../mapping';
import { type Say, translateClouds } from '../service';

/** Gives a text in VS Code's display language, from the bundle in `l10n/` that VS Code has loaded. */
export const say: Say = (text, parts = {}) => l10n.t(text, parts);

/** The clouds that ship with the product, in VS Code's display language. */
export const clouds = translateClouds(inEnglish, say);
