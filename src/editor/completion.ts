import {
  CompletionItem,
  CompletionItemKind,
  CompletionList,
  type ExtensionContext,
  languages,
  MarkdownString,
} from 'vscode';
import { complete } from '../service';
import type { ConfigFiles } from './config-files';
import type { FixtureCache } from './fixture-cache';
import { optionsFor } from './options';
import { rangeOf } from './ranges';
import { isServed, registerForServed } from './served-documents';
import { isEnabled } from './settings';

/** What a person types right before a value or a key. */
const TRIGGERS = ['"', "'", ':'];

/**
 * The built-in JSON extension offers the values that stand at the same key elsewhere, and sorts them by their
 * text, which begins with a quote. This comes before it.
 */
const BEFORE_OTHERS = '!';

/** Completes the values of a server's fields, and the fields that it lacks. */
export function registerCompletion(
  context: ExtensionContext,
  fixtures: FixtureCache,
  configs: ConfigFiles,
): void {
  registerForServed(context, (selector) =>
    languages.registerCompletionItemProvider(
      selector,
      {
        async provideCompletionItems(document, position, token) {
          if (!isServed(document) || !isEnabled(document)) return undefined;
          const { options } = await optionsFor(document, configs);
          if (token.isCancellationRequested) return undefined;
          const found = complete(fixtures.get(document), document.offsetAt(position), options);
          if (found === undefined) return undefined;
          const range = rangeOf(document, found.span);
          return new CompletionList(
            found.items.map(({ kind, label, detail, markdown, text, filter }, i) => {
              const item = new CompletionItem(
                { label, description: detail },
                kind === 'value' ? CompletionItemKind.EnumMember : CompletionItemKind.Property,
              );
              item.documentation = new MarkdownString(markdown);
              item.insertText = text;
              item.filterText = filter;
              item.sortText = `${BEFORE_OTHERS}${String(i).padStart(3, '0')}`;
              item.preselect = i === 0;
              item.range = range;
              return item;
            }),
          );
        },
      },
      ...TRIGGERS,
    ),
  );
}
