#!/usr/bin/env node
import { sayAll, sayTogether, spellOut } from '../words';
import { type ReaderLanguage, readLanguage } from './reader-language';
import { BrokenConfig, UsageError } from './usage';

/** A command takes its arguments and the reader's language, and gives the exit code. */
type Command = (args: string[], language: ReaderLanguage) => Promise<number>;

/** The commands, each loaded for those alone who call it. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./check')).checkCommand,
  lookup: async () => (await import('./lookup')).lookupCommand,
  clouds: async () => (await import('./clouds')).cloudsCommand,
  map: async () => (await import('./map')).mapCommand,
  coverage: async () => (await import('./coverage')).coverageCommand,
  schema: async () => (await import('./schema')).schemaCommand,
};

async function main(typed: string[]): Promise<number> {
  const { language, rest } = await readLanguage(typed);
  const { say } = language;
  const [name, ...args] = rest;
  const sayHelp = async () => (await import('./help')).sayHelp(say);
  if (name === undefined) {
    process.stderr.write(await sayHelp());
    return 2;
  }
  if (
    name === '--help' ||
    name === '-h' ||
    name === 'help' ||
    args.includes('--help') ||
    args.includes('-h')
  ) {
    process.stdout.write(await sayHelp());
    return 0;
  }
  if (name === '--version') {
    process.stdout.write(`${process.env.SERVER_STATUS_VERSION}\n`);
    return 0;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) {
    const known = say('Known: {names}.', { names: sayAll(say, Object.keys(COMMANDS)) });
    throw new UsageError(sayTogether(say, say('There is no command {name}.', { name }), known));
  }
  const command = await load();
  return command(args, language);
}

/** Says why standard output cannot be written, such as a disk that is full. */
async function tellOutputError({ message: reason }: Error): Promise<void> {
  const { say } = (await readLanguage([])).language;
  process.stderr.write(`server-status: ${say('standard output cannot be written: {reason}', { reason })}\n`);
}

// A reader that has seen enough (`| head`) closes the pipe; that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  void tellOutputError(error).finally(() => process.exit(2));
});

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (error instanceof BrokenConfig) process.stderr.write(`${error.message}\n`);
    else if (error instanceof UsageError) process.stderr.write(`server-status: ${spellOut(error.message)}\n`);
    else throw error;
    process.exitCode = 2;
  },
);
