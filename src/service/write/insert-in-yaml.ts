import { stringify } from 'yaml';
import { lineEnd } from '../../fixture';
import type { Fixture, ServerObject } from '../recognise/types';
import type { Edit } from '../types';
import { lineBreakOf } from './lines';
import type { Json } from './new-server';

/** Puts a server into a YAML text: see {@link insertServer}. */
export function insertInYaml(fixture: Fixture, offset: number, server: Json): Edit {
  const { text } = fixture;
  const neighbour = itemBefore(fixture, offset);
  if (neighbour) {
    const dash = dashBefore(text, neighbour) ?? '';
    return below(text, lineEnd(text, neighbour.span.end), item(server), dash.replace(/- +$/, ''));
  }
  const opener = openerAbove(text, offset);
  if (opener) {
    const indent = `${' '.repeat(opener.indent)}  `;
    const isList = opener.key.endsWith('s');
    return below(text, opener.end, isList ? item(server) : dump(server), indent);
  }
  const written = dump({ server });
  if (text.trim() === '') return { offset, length: 0, text: written.replaceAll('\n', lineBreakOf(text)) };
  // Somewhere else in a file: a document of its own behind everything, so that no key can clash.
  return below(text, text.trimEnd().length, `---\n${written}`, '');
}

/** The last server before the cursor that is a list's item, when the cursor is in it or right below. */
function itemBefore({ text, servers }: Fixture, offset: number): ServerObject | undefined {
  const last = servers.findLast(({ span, within }) => within === undefined && span.start <= offset);
  if (last === undefined || dashBefore(text, last) === undefined) return undefined;
  const between = text.slice(last.span.end, Math.max(last.span.end, offset));
  return /^[^\r\n]*\s*$/.test(between) ? last : undefined;
}

/** The blanks and the dash that an item begins its line with. */
function dashBefore(text: string, { span }: ServerObject): string | undefined {
  return /(?:^|[\r\n])( *- +)$/.exec(text.slice(Math.max(0, span.start - 200), span.start))?.[1];
}

/** The key right above the cursor that has no value yet, and the end of its line. */
function openerAbove(text: string, offset: number): { key: string; indent: number; end: number } | undefined {
  const above = text.slice(0, lineEnd(text, offset)).trimEnd();
  const match = /(?:^|[\r\n])((?: |- )*)["']?([\w.-]+)["']?:[ \t]*(?:#[^\r\n]*)?$/.exec(above);
  if (!match) return undefined;
  return { key: match[2] ?? '', indent: (match[1] ?? '').length, end: above.length };
}

/** Lines below an offset, each with this indentation. */
function below(text: string, offset: number, lines: string, indent: string): Edit {
  const eol = lineBreakOf(text);
  const body = lines
    .trimEnd()
    .replace(/^(?=.)/gm, indent)
    .replaceAll('\n', eol);
  return { offset, length: 0, text: `${eol}${body}` };
}

function item(server: Json): string {
  return `- ${dump(server).trimEnd().replaceAll('\n', '\n  ')}`;
}

/** In YAML's older version what looks like a date or a yes is quoted, which both versions read alike. */
function dump(value: Json | { server: Json }): string {
  return stringify(value, { version: '1.1', lineWidth: 0, aliasDuplicateObjects: false });
}
