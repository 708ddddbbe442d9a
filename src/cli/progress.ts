import { sayFiles, sayFindings, sayServers } from '../service';
import type { Say } from '../words';
import { columnsOf } from './columns';
import type { CheckedFile } from './report';

/** How long a run may take before it is shown how far it is, and how long each state of it stands, in milliseconds. */
const PATIENCE = 1000;
const STANDS = 100;

/** How wide a terminal is taken to be that does not say. */
const WIDTH = 80;

/** Goes to the beginning of the line and empties it. */
const EMPTY_LINE = '\r\u001b[K';

/** How far a run is, on a line that is written over. */
export interface Progress {
  /** Counts a file that is done; undefined for one that was passed over. */
  add(file: CheckedFile | undefined): void;
  /** Takes the line away: before anything else is printed, and at the end. */
  clear(): void;
}

/** Where progress is shown, and what says when. */
export interface Screen {
  readonly stream: Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'write'>;
  readonly env: NodeJS.ProcessEnv;
  /** Milliseconds since the process began. */
  readonly now: () => number;
}

const STANDARD_ERROR: Screen = {
  stream: process.stderr,
  env: process.env,
  now: () => performance.now(),
};

/** Prepares to show how far a run is. Shows nothing where no person watches, and nothing of a run that is soon over. */
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

/** As much of a line as there is room for: what goes on in the next one cannot be written over. */
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
