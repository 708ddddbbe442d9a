#!/usr/bin/env node
import { checkCommand } from './check';
import { cloudsCommand } from './clouds';
import { BrokenConfig } from './config-files';
import { lookupCommand } from './lookup';
import { mapCommand } from './map';
import { HELP, UsageError } from './usage';

/** A command takes its arguments and gives the exit code. */
const COMMANDS: Readonly<Record<string, (args: string[]) => number | Promise<number>>> = {
  check: checkCommand,
  lookup: lookupCommand,
  clouds: cloudsCommand,
  map: mapCommand,
};

async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined) {
    process.stderr.write(HELP);
    return 2;
  }
  if (
    name === '--help' ||
    name === '-h' ||
    name === 'help' ||
    args.includes('--help') ||
    args.includes('-h')
  ) {
    process.stdout.write(HELP);
    return 0;
  }
  if (name === '--version') {
    process.stdout.write(`${process.env.SERVER_STATUS_VERSION}\n`);
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined)
    throw new UsageError(`There is no command ${name}. Known: ${Object.keys(COMMANDS).join(', ')}.`);
  return command(args);
}

// A reader that has seen enough (`| head`) closes the pipe; that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (error instanceof BrokenConfig) process.stderr.write(`${error.message}\n`);
    else if (error instanceof UsageError) process.stderr.write(`server-status: ${error.message}\n`);
    else throw error;
    process.exitCode = 2;
  },
);
