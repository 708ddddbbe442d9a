import { readFileSync } from 'node:fs';

/** A step of the walkthrough in package.json. */
interface Step {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly media: { readonly svg: string };
  readonly completionEvents: readonly string[];
}

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

/** Its steps, with keys for texts. */
export const steps: readonly Step[] = read('package.json').contributes.walkthroughs[0].steps;

/** The text behind a key such as `%walkthrough.title%`, in English unless another file is named. */
export function textOf(key: string, file = 'package.nls.json'): string {
  return read(file)[key.slice(1, -1)];
}

/** The commands behind a step's buttons, with what they are given: links that stand in a line of their own. */
export function buttonsOf({ description }: Step, file: string): string[] {
  const lines = textOf(description, file).split('\n');
  return lines.flatMap((line) => /^\[[^\]]+\]\(command:(\S+)\)$/.exec(line)?.[1] ?? []);
}
