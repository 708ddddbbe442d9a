import { SEED, TIMES } from '../../helpers';
import { Dice } from '../dice';

/** Dice of their own for a test, so that it fails the same way when it runs alone. */
export function diceFor(name: string): Dice {
  return new Dice([...name].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), SEED));
}

/** What a file's lines end with, and what stands before them. */
export const FILES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text,
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => `\uFEFF${text}`,
];

/** How often each kind of text, with each kind of mistake, is written into each kind of holder. */
export const ROUNDS = TIMES;
