#!/usr/bin/env node
import { type Language, sayAll, sayTogether, spellOut } from '../words';
import { checkCommand } from './check';
import { cloudsCommand } from './clouds';
import { BrokenConfig } from './config-files';
import { coverageCommand } from './coverage';
import { sayHelp } from './help';
import { lookupCommand } from './lookup';
import { mapCommand } from './map';
import { readLanguage } from './reader-language';
import { schemaCommand } from './schema';
import { UsageError } from './usage';

/** A command takes its arguments and the reader's language, and gives the exit code. */
type Command = (args: string[], language: Language) => Promise<number>;

const COMMANDS: Readonly<Record<string, Command>> = {
  check: checkCommand,
  lookup: lookupCommand,
  clouds: cloudsCommand,
  map: mapCommand,
  coverage: coverageCommand,
  schema: schemaCommand,
};

async function main(typed: string[]): Promise<number> {
  const { language, rest } = readLanguage(typed);
  const { say } = language;
  const [name, ...args] = rest;
  if (name === undefined) {
    process.stderr.write(sayHelp(say));
    return 2;
  }
  if (
    name === '--help' ||
    name === '-h' ||
    name === 'help' ||
    args.includes('--help') ||
    args.includes('-h')
  ) {
    process.stdout.write(sayHelp(say));
    return 0;
  }
  if (name === '--version') {
    process.stdout.write(`${process.env.SERVER_STATUS_VERSION}\n`);
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    const known = say('Known: {names}.', { names: sayAll(say, Object.keys(COMMANDS)) });
    throw new UsageError(sayTogether(say, say('There is no command {name}.', { name }), known));
  }
  return command(args, language);
}

/** Why standard output cannot be written, such as a disk that is full. */
function sayOutputError({ message }: Error): string {
  const { say } = readLanguage([]).language;
  return say('standard output cannot be written: {reason}', { reason: message });
}

// A reader that has seen enough (`| head`) closes the pipe; that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  process.stderr.write(`server-status: ${sayOutputError(error)}\n`);
  process.exit(2);
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
