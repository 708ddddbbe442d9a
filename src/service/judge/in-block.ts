import type { Block, Span } from '../../fixture';
import type { ServerObject } from '../recognise/types';
import type { Finding, Related, Remedy } from '../types';
import { isPlain, remedyIn } from './in-other-server';

/** What was found in the servers of a block, and how far it had moved. */
export interface InBlock {
  readonly shift: number;
  readonly findings: readonly InServer[];
}

/** A finding, and which server of the block has it. */
interface InServer {
  readonly finding: Finding;
  readonly index: number;
}

/**
 * Returns what to remember of a block; undefined if a finding depends on more than its servers.
 *
 * @param findings the findings of each server; undefined for one that could not be checked.
 */
export function inBlock(
  { shift }: Block<ServerObject>,
  findings: readonly (readonly Finding[] | undefined)[],
): InBlock | undefined {
  const all: InServer[] = [];
  for (const [index, own] of findings.entries()) {
    if (own === undefined) return undefined;
    for (const finding of own) {
      if (finding.object === undefined || !isPlain(finding.object)) return undefined;
      all.push({ finding, index });
    }
  }
  return { shift, findings: all };
}

/** Returns the findings of a block where they are now. */
export function findingsIn(block: Block<ServerObject>, { shift, findings }: InBlock): readonly Finding[] {
  const amount = block.shift - shift;
  return findings.map(({ finding, index }) =>
    amount === 0 ? finding : new MovedFinding(finding, amount, () => block.items()[index] as ServerObject),
  );
}

/** A finding that has moved. What is needed only when it is shown or fixed is moved when somebody asks for it. */
class MovedFinding implements Finding {
  readonly rule: Finding['rule'];
  readonly severity: Finding['severity'];
  readonly cloud: string;
  readonly message: string;
  readonly span: Span;
  readonly server: Finding['server'];
  readonly expected: readonly string[];
  readonly home: number | undefined;

  constructor(
    private readonly found: Finding,
    private readonly amount: number,
    private readonly serverNow: () => ServerObject,
  ) {
    this.rule = found.rule;
    this.severity = found.severity;
    this.cloud = found.cloud;
    this.message = found.message;
    this.span = moved(found.span, amount);
    this.server = found.server;
    this.expected = found.expected;
    this.home = found.home === undefined ? undefined : found.home + amount;
  }

  get object(): ServerObject {
    return this.serverNow();
  }

  get related(): readonly Related[] {
    return this.found.related.map(({ message, span }) => ({ message, span: moved(span, this.amount) }));
  }

  get remedies(): readonly Remedy[] {
    const { object: { fields = {} } = {}, remedies } = this.found;
    return remedies.map((remedy) => remedyIn(fields, remedy)(this.object));
  }
}

function moved({ start, end }: Span, amount: number): Span {
  return { start: start + amount, end: end + amount };
}
