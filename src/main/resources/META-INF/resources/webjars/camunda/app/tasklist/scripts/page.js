// What the engine's web applications need on every page, whoever shows it: Danish, leaving, nothing kept in the browser.
import { translateForms } from './danish.js';

// Form drafts hold personal data and would stay on a shared machine; they live in this page's memory instead.
const DRAFT = /^(camunda-form:|camForm:)/;
const drafts = new Map();

/** Where the application's own pages begin, also behind a context path. */
export const root = (document.querySelector('base')?.getAttribute('app-root') ?? '/camunda').replace(/\/camunda$/, '');

export function prepare() {
  keepDraftsInMemory();
  forgetOldTranslations();
  leaveWithTheSession();
}

/** Makes the page Danish, also in a browser that is not; form-js has its texts in English only. */
export function speakDanish() {
  document.documentElement.lang = 'da';
  const inDanish = ([locales, ...rest]) => [locales == null || locales === 'default' ? 'da-DK' : locales, ...rest];
  Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
    construct: (format, given) => Reflect.construct(format, inDanish(given)),
    apply: (format, that, given) => Reflect.apply(format, that, inDanish(given))
  });
  translateForms();
}

/**
 * Puts the application's Danish texts where it looks first. It would load them itself, but shows the keys of those that it
 * asks for before they have come.
 */
export async function bringTexts(application) {
  const place = `${document.querySelector('base')?.getAttribute('app-root') ?? '/camunda'}/app/${application}/locales/`;
  try {
    const texts = await (await fetch(`${place}da.json`, { cache: 'no-cache' })).json();
    const kept = JSON.parse(localStorage.getItem('camunda-web') ?? '{}');
    kept[`${place}_locales_data_da_${window.bust}`] = JSON.stringify(texts);
    localStorage.setItem('camunda-web', JSON.stringify(kept));
  } catch (problem) {
    console.warn('The texts could not be brought; the application loads them itself.', problem);
  }
}

/** Tasklist sorts by the address and else by newest first, whatever the filter says. */
export function sortByDeadline() {
  const byDeadline = encodeURIComponent(JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]));
  const withSorting = (address) => {
    const [path, hash = ''] = String(address).split('#');
    if (hash !== '' && hash !== '/' && !hash.startsWith('/?')) {
      return address;
    }
    if (/[?&]sorting=/.test(hash)) {
      return address;
    }
    return `${path}#/${hash.replace(/^\/?/, '') || '?'}${hash.includes('=') ? '&' : ''}sorting=${byDeadline}`;
  };
  history.replaceState(history.state, '', withSorting(location.href));
  for (const change of ['pushState', 'replaceState']) {
    const original = history[change];
    history[change] = function (state, title, address) {
      return original.call(this, state, title, address == null ? address : withSorting(address));
    };
  }
}

function keepDraftsInMemory() {
  for (const key of Object.keys(localStorage).filter((name) => DRAFT.test(name))) {
    localStorage.removeItem(key);
  }
  const { getItem, setItem, removeItem } = Storage.prototype;
  Storage.prototype.getItem = function (key) {
    return DRAFT.test(key) ? drafts.get(String(key)) ?? null : getItem.call(this, key);
  };
  Storage.prototype.setItem = function (key, value) {
    return DRAFT.test(key) ? void drafts.set(String(key), String(value)) : setItem.call(this, key, value);
  };
  Storage.prototype.removeItem = function (key) {
    return DRAFT.test(key) ? void drafts.delete(String(key)) : removeItem.call(this, key);
  };
}

// The texts are kept in the browser under the engine's version, so that a changed text would show one visit late.
function forgetOldTranslations() {
  try {
    const kept = JSON.parse(localStorage.getItem('camunda-web') ?? '{}');
    for (const key of Object.keys(kept).filter((name) => name.includes('_locales_data_'))) {
      delete kept[key];
    }
    localStorage.setItem('camunda-web', JSON.stringify(kept));
  } catch {
    localStorage.removeItem('camunda-web');
  }
}

// The engine's own login form is not used: when its session ends or somebody logs out, the one login page takes over.
function leaveWithTheSession() {
  let isLoggingOut = false;
  document.addEventListener('click', ({ target }) => {
    isLoggingOut ||= target instanceof Element && target.closest('[ng-click="logout()"]') !== null;
  }, true);
  const leave = () => {
    if (location.hash.startsWith('#/login') || location.hash.startsWith('#/logout')) {
      drafts.clear();
      location.replace(`${root}/login?${isLoggingOut ? 'udlogget' : 'udloebet'}`);
    }
  };
  window.addEventListener('hashchange', leave);
  window.addEventListener('popstate', leave);
  const { pushState, replaceState } = history;
  history.pushState = function (...change) {
    pushState.apply(this, change);
    leave();
  };
  history.replaceState = function (...change) {
    replaceState.apply(this, change);
    leave();
  };
  leave();
}
