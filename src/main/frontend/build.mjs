// Copies the third-party browser assets that the pages use into the given folder.
// `npm ci` runs only when the lock file has changed since the last copy, so that a rebuild stays quick and works offline.
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const target = process.argv[2];
if (!target) {
  throw new Error('usage: node build.mjs TARGET_FOLDER');
}
const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
const stamp = join('node_modules', '.ankomst-lock');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  execFileSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { stdio: 'inherit', shell: process.platform === 'win32' });
  writeFileSync(stamp, lock);
}

// Det Fælles Designsystem: style sheet, script, icons and the four upright fonts in the one format that browsers ask for.
const from = join('node_modules', 'dkfds', 'dist');
const to = join(target, 'dkfds');
rmSync(to, { recursive: true, force: true });
for (const file of ['css/dkfds.min.css', 'js/dkfds.min.js']) {
  mkdirSync(join(to, file, '..'), { recursive: true });
  cpSync(join(from, file), join(to, file));
}
cpSync(join(from, 'img'), join(to, 'img'), { recursive: true });
copyFonts(join(from, 'fonts'), join(to, 'fonts'));
slimFontFaces(join(to, 'css/dkfds.min.css'));

// htmx: exchanges a part of a page where a link would load the whole of it.
mkdirSync(join(target, 'htmx'), { recursive: true });
cpSync(join('node_modules', 'htmx.org', 'dist', 'htmx.min.js'), join(target, 'htmx', 'htmx.min.js'));

function copyFonts(source, destination) {
  for (const entry of readdirSync(source, { withFileTypes: true })) {
    const path = join(source, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== 'split') {
        copyFonts(path, join(destination, entry.name));
      }
    } else if (/(Regular|Medium|SemiBold|Bold)\.woff2$/.test(entry.name)) {
      mkdirSync(destination, { recursive: true });
      cpSync(path, join(destination, entry.name));
    }
  }
}

// The style sheet names five formats per font, the oldest first; a browser would ask for files that are not copied.
// Only woff2 stays, and the italic faces go: the browser slants the upright ones.
function slimFontFaces(styleSheet) {
  const css = readFileSync(styleSheet, 'utf8').replace(/@font-face\{[^}]*\}/g, (face) => {
    if (!face.includes('IBM Plex Sans')) {
      return face;
    }
    const woff2 = /url\([^)]*\.woff2\) ?format\("woff2"\)/.exec(face);
    return woff2 && !face.includes('font-style:italic') ? face.replace(/src:[^;}]*/, `src:${woff2[0]}`) : '';
  });
  const missing = [...css.matchAll(/url\(["']?(\.\.\/[^)"'?#]+)/g)].map((match) => match[1]).filter((path) => !existsSync(join(styleSheet, '..', path)));
  if (missing.length > 0) {
    throw new Error(`The style sheet asks for files that were not copied: ${missing.join(', ')}`);
  }
  writeFileSync(styleSheet, css);
}
