// What the browser page needs to open models: the Modeler's own viewers and the form renderer of the release that Tasklist has.
// Installs them when the lock file has changed, so that tests run offline afterwards.
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const home = dirname(fileURLToPath(import.meta.url));

export function install() {
  const lock = createHash('sha256').update(readFileSync(join(home, 'package-lock.json'))).digest('hex');
  const stamp = join(home, 'node_modules', '.ankomst-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) {
    return;
  }
  const windows = process.platform === 'win32';
  execFileSync(windows ? 'npm.cmd' : 'npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: home,
    stdio: 'inherit',
    shell: windows,
    env: { ...process.env, IBM_TELEMETRY_DISABLED: 'true', PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' }
  });
  writeFileSync(stamp, lock);
}

export function findModels(root) {
  return ['processes', 'forms']
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((file) => join(folder, file)))
    .filter((file) => /\.(bpmn|dmn|form)$/.test(file))
    .sort();
}

export function viewerPage() {
  return pathToFileURL(join(home, 'viewer.html')).href;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  install();
}
