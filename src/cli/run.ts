import { sayAll, sayTogether, spellOut } from '../words';
import { checkCommand } from './check';
import { cloudsCommand } from './clouds';
import { coverageCommand } from './coverage';
import { sayHelp } from './help';
import { lookupCommand } from './lookup';
import { type ReaderLanguage, readLanguage } from './reader-language';
import { schemaCommand } from './schema';
import { BrokenConfig, UsageError } from './usage';

/** Runs a command and returns the exit code. */
type Command = (args: string[], language: ReaderLanguage) => Promise<number>;

/** Small commands are imported statically: loading another file takes longer than it saves. */
const COMMANDS: Readonly<Record<string, Command>> = {
  check: checkCommand,
  lookup: lookupCommand,
  clouds: cloudsCommand,
  map: async (args, language) => (await import('./map')).mapCommand(args, language),
  coverage: coverageCommand,
  schema: schemaCommand,
  lsp: async (args, language) => (await import('./lsp')).lspCommand(args, language),
};

async function callCommand(typed: string[]): Promise<number> {
  const { language, rest } = await readLanguage(typed);
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
    throw new UsageError(sayTogether(say, say('Unknown command {name}.', { name }), known));
  }
  return command(args, language);
}

/** Says why standard output cannot be written: for example, the disk is full. */
async function tellOutputError({ message: reason }: Error): Promise<void> {
  const { say } = (await readLanguage([])).language;
  process.stderr.write(`server-status: ${say('standard output cannot be written: {reason}', { reason })}\n`);
}

/** Runs a call of the command line and sets the exit code. */
export async function run(typed: string[]): Promise<void> {
  // A reader that has seen enough (`| head`) closes the pipe, which is not an error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    void tellOutputError(error).finally(() => process.exit(2));
  });
  try {
    process.exitCode = await callCommand(typed);
  } catch (error) {
    if (error instanceof BrokenConfig) process.stderr.write(`${error.message}\n`);
    else if (error instanceof UsageError) process.stderr.write(`server-status: ${spellOut(error.message)}\n`);
    else throw error;
    process.exitCode = 2;
  }
}
