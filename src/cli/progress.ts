import { sayFiles, sayFindings, sayServers } from '../service';
import type { Say } from '../words';
import { columnsOf } from './columns';
import type { CheckedFile } from './report';

/** The milliseconds before progress is first shown, and between two updates. */
const PATIENCE = 1000;
const STANDS = 100;

/** The width of a terminal that does not report it. */
const WIDTH = 80;

/** Moves to the start of the line and clears it. */
const EMPTY_LINE = '\r\u001b[K';

/** Shows the progress of a run on a line that is overwritten. */
export interface Progress {
  /** Counts a checked file; undefined for one that was skipped silently. */
  add(file: CheckedFile | undefined): void;
  /** Clears the line: before anything else is printed, and at the end. */
  clear(): void;
}

/** The stream, the environment and the clock of progress; tests replace them. */
export interface Screen {
  readonly stream: Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'write'>;
  readonly env: NodeJS.ProcessEnv;
  /** Returns the milliseconds since the process started. */
  readonly now: () => number;
}

const STANDARD_ERROR: Screen = {
  stream: process.stderr,
  env: process.env,
  now: () => performance.now(),
};

/** Returns the progress of a run. It shows nothing outside a terminal, in CI, or in the first second. */
export function progressOf(say: Say, files: number, screen: Screen = STANDARD_ERROR): Progress {
  const { stream, now } = screen;
  if (!isWatched(screen)) return { add() {}, clear() {} };
  let [done, servers, findings] = [0, 0, 0];
  let isShown = false;
  let next = PATIENCE;
  return {
    add(file) {
      done += 1;
      servers += file?.servers ?? 0;
      findings += file?.findings.length ?? 0;
      if (now() < next) return;
      next = now() + STANDS;
      isShown = true;
      const line = say('{done} of {files}: {servers}, {findings}', {
        done,
        files: sayFiles(say, files),
        servers: sayServers(say, servers),
        findings: sayFindings(say, findings),
      });
      stream.write(EMPTY_LINE + startOf(line, (stream.columns || WIDTH) - 1));
    },
    clear() {
      if (isShown) stream.write(EMPTY_LINE);
      isShown = false;
    },
  };
}

function isWatched({ stream, env }: Screen): boolean {
  const isInCi = Boolean(env.CI) && env.CI !== 'false';
  return stream.isTTY === true && !isInCi && env.TERM !== 'dumb';
}

/** Cuts a line to the room there is: a line that wraps cannot be overwritten. */
function startOf(line: string, room: number): string {
  let start = '';
  let left = room;
  for (const char of line) {
    left -= columnsOf(char);
    if (left < 0) break;
    start += char;
  }
  return start;
}
