import {
  type EmbeddedText,
  type Mover,
  moveBy,
  mover,
  type Placed,
  type Span,
  type Style,
} from '../../fixture';
import type { Fields, LeftAlone, LeftAloneReason, ServerObject, Shape } from './types';

/** How far objects have moved since they were read. Those with the same shift share the texts that contain them. */
interface Shift {
  readonly amount: number;
  readonly mover: Mover;
}

/**
 * An object that has moved since it was read. Its fields are moved when somebody asks for them: a key in front of
 * thousands of servers moves them all, and few of them are looked at before the next key.
 */
class MovedServer<T extends ServerObject = ServerObject> implements ServerObject {
  readonly span: Span;
  private place: Placed | undefined;

  constructor(
    readonly read: T,
    readonly shift: Shift,
  ) {
    const { start, end } = read.span;
    this.span = { start: start + shift.amount, end: end + shift.amount };
  }

  get shape(): Shape {
    return this.read.shape;
  }

  get likeness(): number {
    return this.read.likeness;
  }

  get number(): number | undefined {
    return this.read.number;
  }

  get notation(): ServerObject['notation'] {
    return this.read.notation;
  }

  get container(): string {
    return this.read.container;
  }

  get within(): readonly Style[] | undefined {
    return this.read.within;
  }

  get sealed(): ServerObject['sealed'] {
    return this.read.sealed;
  }

  get torn(): ServerObject['torn'] {
    return this.read.torn;
  }

  get isUnfinished(): true | undefined {
    return this.read.isUnfinished;
  }

  get fields(): Fields {
    return this.placed.fields;
  }

  get embedded(): EmbeddedText | undefined {
    return this.placed.embedded;
  }

  get home(): number | undefined {
    const { home } = this.read;
    return home === undefined ? undefined : home + this.shift.amount;
  }

  private get placed(): Placed {
    this.place ??= this.shift.mover.object(this.read);
    return this.place;
  }
}

class MovedLeftAlone extends MovedServer<LeftAlone> implements LeftAlone {
  get reason(): LeftAloneReason {
    return this.read.reason;
  }
}

/**
 * Returns a function that moves objects by the same amount, with all their places: a text with aliases, whose origins
 * may stay where they are, is never read in parts. Objects that have moved before keep only the sum.
 */
export function serversBy(amount: number): (server: ServerObject) => ServerObject {
  const shiftOf = shiftsBy(amount);
  return (one) =>
    one instanceof MovedServer
      ? new MovedServer(one.read, shiftOf(one.shift))
      : new MovedServer(one, shiftOf(undefined));
}

/** The same as {@link serversBy} for objects that only resemble servers. */
export function leftAloneBy(amount: number): (object: LeftAlone) => LeftAlone {
  const shiftOf = shiftsBy(amount);
  return (one) =>
    one instanceof MovedLeftAlone
      ? new MovedLeftAlone(one.read, shiftOf(one.shift))
      : new MovedLeftAlone(one, shiftOf(undefined));
}

/** Returns a function that adds an amount to the shift that an object has, if any. */
function shiftsBy(amount: number): (first: Shift | undefined) => Shift {
  const sums = new Map<Shift | undefined, Shift>();
  return (first) => {
    const known = sums.get(first);
    if (known) return known;
    const sum = (first?.amount ?? 0) + amount;
    const shift = { amount: sum, mover: mover(moveBy(sum)) };
    sums.set(first, shift);
    return shift;
  };
}
