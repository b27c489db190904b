import { findCommand, helpOf, overview, WrongUse } from './register/command';
import { COMMANDS } from './register/commands';

const HELP = `The register: reviewed YAML in registry/, compiled to public/register/.

  npm run register -- COMMAND [options]

${overview(COMMANDS)}

  COMMAND --help   how to use one command

Exit code: 0 done, 1 problems in the data, 2 wrong use.`;

async function main(args: string[]): Promise<number> {
  const found = findCommand(COMMANDS, args);
  if (found === null) {
    const [first] = args;
    if (first === '--help' || first === '-h') {
      console.log(HELP);
      return 0;
    }
    console.error(`register: ${first === undefined ? 'no command' : `unknown command "${args.join(' ')}"`}\n\n${HELP}`);
    return 2;
  }
  if (found.args.includes('--help') || found.args.includes('-h')) {
    console.log(helpOf(found.command));
    return 0;
  }
  try {
    return await found.command.run(found.args);
  } catch (error) {
    // Anything else is a broken invariant and keeps its stack.
    if (!(error instanceof WrongUse)) throw error;
    console.error(`register: ${error.message}\n\n${helpOf(found.command)}`);
    return 2;
  }
}

// Who reads along may stop before the end, as `head` does. That is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

process.exitCode = await main(process.argv.slice(2));
