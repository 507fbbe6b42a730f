// Draws every model as a picture: node render-models.mjs TARGET_FOLDER, from the project's root.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { findModels, install, viewerPage } from './models.mjs';

const target = process.argv[2] ?? join('target', 'models');
install();
const { chromium } = await import('playwright-core');

const executablePath = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
].find((path) => path && existsSync(path));
if (!executablePath) {
  throw new Error('Ingen Chromium fundet: sæt CHROMIUM_PATH, eller installér pakken chromium.');
}

const browser = await chromium.launch({
  executablePath,
  args: [
    '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'
  ]
});
let complaints = 0;
try {
  const page = await browser.newPage({ viewport: { width: 1600, height: 900 }, deviceScaleFactor: 1.5 });
  await page.goto(viewerPage());
  for (const file of findModels('.')) {
    const open = file.endsWith('.bpmn') ? 'openProcess' : file.endsWith('.dmn') ? 'openDecision' : 'openForm';
    const found = await page.evaluate(([name, text]) => window[name](text), [open, readFileSync(file, 'utf8')]);
    complaints += found.length;
    found.forEach((complaint) => console.error(`${file}: ${complaint}`));
    const picture = join(target, dirname(file), `${basename(file)}.png`);
    mkdirSync(dirname(picture), { recursive: true });
    await page.locator('#canvas').screenshot({ path: picture });
    console.log(picture);
  }
} finally {
  await browser.close();
}
process.exitCode = complaints > 0 ? 1 : 0;
