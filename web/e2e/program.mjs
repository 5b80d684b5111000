import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const LISTENING = /Listening on (http:\/\/[^/\s]+)/;
const START_MILLIS = 60_000;

/**
 * Starts the built program on a free port with an empty data folder, so that it serves what is
 * shipped; or over a folder that the caller keeps, with the settings of `serve` that it wants. DISPLACEMENT_MAPPER_JAR names the jar; DISPLACEMENT_MAPPER_URL instead names a program
 * that already runs. Answers its address, what it logged, and a way to stop it.
 */
export async function startProgram(kept, settings = []) {
  const running = process.env.DISPLACEMENT_MAPPER_URL;
  if (running && settings.length === 0) {
    return { url: running.replace(/\/$/, ''), log: [], stop: async () => {} };
  }
  const jar = process.env.DISPLACEMENT_MAPPER_JAR;
  if (!jar || !existsSync(jar)) {
    throw new Error(
      `DISPLACEMENT_MAPPER_JAR must name the built jar, was ${jar || 'not set'}: run "mvn verify" in the project's root.`,
    );
  }
  const data = kept ?? mkdtempSync(join(tmpdir(), 'displacement-mapper-e2e-'));
  const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java';
  const child = spawn(java, ['-jar', jar, 'serve', '--port', '0', '--data', data, ...settings], { stdio: ['ignore', 'pipe', 'pipe'] });
  const log = [];
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const stop = async () => {
    process.removeListener('exit', kill);
    await stopped(child);
    rmSync(data, { recursive: true, force: true });
  };
  try {
    return { url: await address(child, log), log, stop };
  } catch (failure) {
    await stop();
    throw failure;
  }
}

/** Warnings and errors that the program logged; there should be none. A browser that leaves early is neither. */
export function complaints(program) {
  return (program?.log ?? []).filter((line) => /\b(WARN|ERROR)\b|Exception/.test(line) && !/ INFO .* broke off: /.test(line));
}

/** The address that the program prints when it is ready. */
function address(child, log) {
  return new Promise((resolve, reject) => {
    const end = (words) => reject(new Error(`The program ${words}. It said:\n${log.join('\n')}`));
    const timer = setTimeout(() => end(`was not ready after ${START_MILLIS / 1000} s`), START_MILLIS);
    const read = (line) => {
      log.push(line);
      const match = LISTENING.exec(line);
      if (match) {
        clearTimeout(timer);
        resolve(match[1]);
      }
    };
    createInterface({ input: child.stdout }).on('line', read);
    createInterface({ input: child.stderr }).on('line', read);
    child.once('error', (failure) => end(`could not be started: ${failure.message}`));
    child.once('exit', (code) => {
      clearTimeout(timer);
      end(`ended with code ${code} before it was ready`);
    });
  });
}

async function stopped(child) {
  if (child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(timer);
}
