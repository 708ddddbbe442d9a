import {
  CompletionItem,
  CompletionItemKind,
  CompletionList,
  type ExtensionContext,
  languages,
  MarkdownString,
  type Range,
  SnippetString,
} from 'vscode';
import { type Completions, complete } from '../service';
import { rangeOf } from './ranges';
import type { Served } from './served';
import { registerForServed } from './served-documents';

/** The characters that are typed directly before a value or key. */
const TRIGGERS = ['"', "'", ':'];

/**
 * Sorts before the built-in JSON extension's items. It offers the values of the same key elsewhere and sorts them by
 * their text, which begins with a quote.
 */
const BEFORE_OTHERS = '!';

/** Completes the values of a server's fields, its missing fields, and whole servers. */
export function registerCompletion(context: ExtensionContext, served: Served): void {
  registerForServed(context, (selector) =>
    languages.registerCompletionItemProvider(
      selector,
      {
        provideCompletionItems: (document, position, token) =>
          served.use(document, token, ({ fixture, options }) => {
            const found = complete(fixture, document.offsetAt(position), options);
            return found && toList(found, rangeOf(document, found.span));
          }),
      },
      ...TRIGGERS,
    ),
  );
}

const KINDS = {
  value: CompletionItemKind.EnumMember,
  property: CompletionItemKind.Property,
  server: CompletionItemKind.Snippet,
} as const;

function toList({ items }: Completions, range: Range): CompletionList {
  return new CompletionList(
    items.map(({ kind, label, detail, markdown, text, filter }, i) => {
      const item = new CompletionItem({ label, description: detail }, KINDS[kind]);
      item.documentation = new MarkdownString(markdown);
      item.insertText = kind === 'server' ? new SnippetString(text) : text;
      item.filterText = filter;
      item.sortText = `${BEFORE_OTHERS}${String(i).padStart(3, '0')}`;
      item.preselect = i === 0;
      item.range = range;
      return item;
    }),
  );
}
