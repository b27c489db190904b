/**
 * Sets up a fresh machine, then runs a command: `node scripts/setup.mjs [--quiet] [--needs LIST] --then COMMAND [ARGUMENT…]`.
 *
 * Installs the packages of the lock file, generates WXT's types, and installs the named browsers from the system's packages
 * when it may (Debian and relatives, as root or with a `sudo` that asks nothing). Where it may not, one line says what to
 * install and the exit code is 1. `--needs` is a comma-separated list of `chromium`, `firefox`, `nginx`, `openssl`, or `nothing`;
 * browsers and openssl without it. CHROMIUM_PATH, FIREFOX_PATH and NGINX_PATH win over what is found, and are set for the command.
 *
 * Progress goes to standard error, so that a command which prints data keeps standard output to itself; `--quiet` leaves out
 * the heading lines too. Plain JavaScript without dependencies: it has to run before anything is installed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const OLDEST_NODE = [20, 19];

const PROGRAMS = {
  chromium: {
    variable: 'CHROMIUM_PATH',
    package: 'chromium',
    /** Google Chrome is not among them: it no longer loads an unpacked extension from the command line. */
    places: [
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/lib/chromium/chromium',
      '/snap/bin/chromium',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ],
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    package: 'firefox-esr',
    places: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/snap/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'],
  },
  /** The web server that the tests of updates fetch from; only they need it. */
  nginx: {
    variable: 'NGINX_PATH',
    package: 'nginx',
    places: ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx'],
  },
};

class SetupError extends Error {
  /** What the failed step printed. */
  output = '';
}

function parseArguments(argv) {
  const then = argv.indexOf('--then');
  if (then < 0 || then === argv.length - 1) throw new SetupError('setup: nothing to run; give --then COMMAND');
  const own = argv.slice(0, then);
  const needs = own.includes('--needs') ? (own[own.indexOf('--needs') + 1] ?? '') : 'chromium,firefox,openssl';
  return {
    quiet: own.includes('--quiet'),
    needs: needs === 'nothing' ? [] : needs.split(',').filter(Boolean),
    command: argv[then + 1],
    rest: argv.slice(then + 2),
  };
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [wantMajor, wantMinor] = OLDEST_NODE;
  if (major > wantMajor || (major === wantMajor && minor >= wantMinor)) return;
  throw new SetupError(`Colofon needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.`);
}

/** Compares the lock file with what npm says it installed: times of files say little after a checkout or a copy. */
function packagesAreInstalled() {
  const installed = readJson('node_modules/.package-lock.json');
  const wanted = readJson('package-lock.json');
  if (!installed || !wanted) return false;
  return Object.entries(wanted.packages).every(([place, entry]) => {
    if (place === '' || entry.optional || entry.devOptional || entry.peer) return true;
    return installed.packages[place]?.version === entry.version;
  });
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));
  } catch {
    return null;
  }
}

/** Runs one slow step with a line at its start, a sign of life every few seconds and its time at the end. */
async function step(title, command, args, env = process.env) {
  const begun = Date.now();
  const seconds = () => Math.round((Date.now() - begun) / 1000);
  process.stderr.write(`… ${title}\n`);
  const alive = setInterval(() => process.stderr.write(`… ${title}: ${seconds()} s\n`), 5000);
  const output = [];
  try {
    const code = await new Promise((resolve) => {
      const child = spawn(command, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
      child.stdout.on('data', (chunk) => output.push(chunk));
      child.stderr.on('data', (chunk) => output.push(chunk));
      child.on('error', () => resolve(127));
      child.on('close', resolve);
    });
    if (code !== 0) {
      const error = new SetupError(`${title}: failed (${command} ended with ${code}).`);
      error.output = Buffer.concat(output).toString('utf8');
      throw error;
    }
    process.stderr.write(`✓ ${title} (${seconds()} s)\n`);
  } finally {
    clearInterval(alive);
  }
}

async function installPackages() {
  // Install scripts are not needed by anything here, and leaving them out means running no code of a package at install.
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const quietly = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  try {
    await step('installing the packages of package-lock.json', npm, ['ci', ...quietly]);
  } catch (error) {
    if (!(error instanceof SetupError && lacksOnlyOtherPlatforms(error.output))) throw error;
    // A registry that mirrors part of the packages; the versions are those of the lock file all the same.
    await step('the registry has no packages for some other platforms: installing without them', npm, ['install', '--no-save', ...quietly]);
  }
}

/**
 * `npm ci` refuses when the lock file lacks a platform's binary, also when the registry has none to put there. It then names
 * the package without a version; a package that was really forgotten in the lock file it names with one.
 */
function lacksOnlyOtherPlatforms(output) {
  const missing = output.split('\n').filter((line) => line.includes('Missing: '));
  const other = output.split('\n').filter((line) => line.includes('Invalid: '));
  return missing.length > 0 && other.length === 0 && missing.every((line) => line.trimEnd().endsWith('@ from lock file'));
}

function isRunnable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The path of a browser, or null. A path in the environment that leads nowhere is a mistake worth naming. */
function findBrowser({ variable, places }) {
  const given = process.env[variable];
  if (given) {
    if (isRunnable(given)) return given;
    throw new SetupError(`${variable} is ${given}, which is no program.`);
  }
  return places.find(isRunnable) ?? null;
}

function runs(command, args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

function missingPackages(needs) {
  const missing = [];
  for (const need of needs) {
    if (need === 'openssl') {
      if (!runs('openssl', ['version'])) missing.push('openssl');
    } else if (PROGRAMS[need]) {
      if (!findBrowser(PROGRAMS[need])) missing.push(PROGRAMS[need].package);
    } else {
      throw new SetupError(`setup: unknown need "${need}"; known are chromium, firefox, nginx, openssl and nothing.`);
    }
  }
  return missing;
}

function howToInstall(missing) {
  const variables = Object.values(PROGRAMS)
    .filter((browser) => missing.includes(browser.package))
    .map((browser) => browser.variable);
  const instead = variables.length > 0 ? `, or set ${variables.join(' and ')} to a program you have` : '';
  return `Install ${missing.join(', ')} (on Debian: sudo apt-get install ${missing.join(' ')})${instead}, and run this again.`;
}

async function installSystemPackages(missing) {
  const isRoot = process.getuid?.() === 0;
  const mayInstall = existsSync('/usr/bin/apt-get') && (isRoot || runs('sudo', ['-n', 'true']));
  if (!mayInstall) throw new SetupError(howToInstall(missing));
  const apt = (...args) => (isRoot ? ['apt-get', args] : ['sudo', ['-n', 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args]]);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    await step('looking up the system packages', ...apt('-o', 'DPkg::Lock::Timeout=600', 'update', '-qq'), env);
    const install = apt('-o', 'DPkg::Lock::Timeout=600', 'install', '-y', '--no-install-recommends', ...missing);
    await step(`installing ${missing.join(', ')}`, ...install, env);
  } catch (error) {
    if (error instanceof SetupError) error.message += `\n${howToInstall(missing)}`;
    throw error;
  }
}

/** Hands over to the command: same input and output, same exit code, signals passed on. */
function handOver(command, rest, env) {
  return new Promise((resolve) => {
    const child = spawn(command, rest, { cwd: ROOT, env, stdio: 'inherit', shell: process.platform === 'win32' });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    child.on('error', (error) => {
      process.stderr.write(`setup: ${command} could not be started (${error.message}).\n`);
      resolve(127);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

async function main() {
  const { quiet, needs, command, rest } = parseArguments(process.argv.slice(2));
  checkNode();
  if (!packagesAreInstalled()) await installPackages();
  const env = { ...process.env };
  env.PATH = `${path.join(ROOT, 'node_modules', '.bin')}${path.delimiter}${process.env.PATH ?? ''}`;
  if (!existsSync(path.join(ROOT, '.wxt', 'tsconfig.json'))) await step('preparing the types', 'wxt', ['prepare'], env);

  const missing = missingPackages(needs);
  if (missing.length > 0) {
    await installSystemPackages(missing);
    const still = missingPackages(needs);
    if (still.length > 0) throw new SetupError(howToInstall(still));
  }
  for (const need of needs) {
    const browser = PROGRAMS[need];
    const found = browser && findBrowser(browser);
    if (found) env[browser.variable] = found;
  }
  if (!quiet && missing.length > 0) process.stderr.write('✓ everything is installed\n');
  process.exitCode = await handOver(command, rest, env);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  process.stderr.write(`${error.output}${error.message}\n`);
  process.exitCode = 1;
}
