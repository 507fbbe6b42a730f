// Tasklist as Ankomst's staff see it. This file takes the place of the one that comes with the engine.
import { bringTexts, prepare, sortByDeadline, speakDanish } from './page.js';

prepare();
speakDanish();
sortByDeadline();
await bringTexts('tasklist');

export default {
  app: { name: 'Opgaver', vendor: 'Ankomst' },
  locales: { availableLocales: ['da'], fallbackLocale: 'da' },
  dateFormat: { monthName: 'MMMM', day: 'DD', abbr: 'D. MMM YYYY', normal: 'LL', long: 'LLLL', short: 'L' },
  disableWelcomeMessage: true,
  customScripts: ['scripts/plugins'],
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'Overtag den valgte opgave' },
    focusFilter: { key: 'ctrl+shift+f', description: 'Gå til det første filter' },
    focusList: { key: 'ctrl+alt+l', description: 'Gå til den første opgave i listen' },
    focusForm: { key: 'ctrl+alt+f', description: 'Gå til det første felt i opgavens formular' },
    startProcess: { key: 'ctrl+alt+p', description: 'Begynd et forløb' }
  }
};
