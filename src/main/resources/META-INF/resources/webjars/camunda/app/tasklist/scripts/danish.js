// form-js, which draws the forms, and its calendar speak English only. Their texts are exchanged where they appear.
const TEXTS = new Map(
  Object.entries({
    'Field is required.': 'Udfyld feltet, eller vælg en værdi.',
    'Field must be a valid email.': 'Skriv en e-mailadresse som navn@kommune.dk.',
    'Field must be a valid  international phone number. (e.g. +4930664040900)':
      'Skriv telefonnummeret med landekode, fx +4512345678.',
    'Value is not a number.': 'Skriv et tal.',
    'Date and time must both be entered.': 'Skriv både dato og tidspunkt.',
    'Nothing to show.': 'Der er intet at vise.',
    'No results': 'Ingen fundet',
    'Add new': 'Tilføj',
    'Show all': 'Vis alle',
    'Show less': 'Vis færre',
    Select: 'Vælg',
    Search: 'Søg',
    Remove: 'Fjern',
    Increment: 'Én mere',
    Decrement: 'Én mindre',
    Date: 'Dato',
    Time: 'Tidspunkt',
    'Next page': 'Næste side',
    'Previous page': 'Forrige side',
    'Form Output': 'Formularens værdier',
    'Remove tag': 'Fjern',
    'dd.mm.yyyy': 'dd.mm.åååå',
    Month: 'Måned',
    Year: 'År',
    Hour: 'Time',
    Minute: 'Minut',
    Sun: 'sø',
    Mon: 'ma',
    Tue: 'ti',
    Wed: 'on',
    Thu: 'to',
    Fri: 'fr',
    Sat: 'lø',
    January: 'januar',
    February: 'februar',
    March: 'marts',
    April: 'april',
    May: 'maj',
    June: 'juni',
    July: 'juli',
    August: 'august',
    September: 'september',
    October: 'oktober',
    November: 'november',
    December: 'december'
  })
);

const PATTERNS = [
  [/^Field must have minimum length of (.+)\.$/, 'Skriv mindst $1 tegn.'],
  [/^Field must have maximum length of (.+)\.$/, 'Skriv højst $1 tegn.'],
  [/^Field must have minimum value of (.+)\.$/, 'Skriv et tal, der er mindst $1.'],
  [/^Field must have maximum value of (.+)\.$/, 'Skriv et tal, der er højst $1.'],
  [/^Field must match pattern (.+)\.$/, 'Værdien har ikke den rette form. Se hjælpeteksten ved feltet.'],
  [/^Value is expected to be an integer\.$/, 'Skriv et helt tal.'],
  [/^Value is expected to (have|be) .*?(\d+) decimal digits?\.$/, 'Skriv højst $2 decimaler.'],
  [
    /^Please select a valid value, the two nearest valid values are (.+) and (.+)\.$/,
    'Vælg en gyldig værdi. De nærmeste er $1 og $2.'
  ],
  // Answers that are not sentences of ours: none at all, or one about a task that somebody else has finished.
  [/^(The [A-Z]+ request on .+ failed|Request has been terminated[\s\S]*)$/, 'Serveren svarede ikke, og intet er gemt. Tjek forbindelsen, og prøv igen.'],
  [
    /^(Unsuccessful HTTP response|Forbidden|Unauthorized|Not Found|Internal Server Error|Bad Gateway|Service Unavailable)$/,
    'Serveren kunne ikke gøre det, og intet er gemt. Genindlæs siden, og prøv igen.'
  ],
  [/^.*(task is null|No matching task).*$/, 'Genindlæs siden for at se de opgaver, der er nu.'],
  [/^Remove list item (\d+)$/, 'Fjern række $1'],
  [/^(\d+) of (\d+)$/, '$1 af $2']
];

/** Only these parts of the page come from form-js, its calendar and the server; what people typed is not among their texts. */
const PARTS = '.notifications, .fjs-container, .flatpickr-calendar, .fjs-dropdownlist';
const UNTOUCHED = 'textarea, input, .fjs-form-field-text, .fjs-form-field-html, .fjs-table-td';
const ATTRIBUTES = ['placeholder', 'aria-label', 'title'];

const MONTHS = new Map(
  Object.entries({
    January: 'januar', February: 'februar', March: 'marts', April: 'april', May: 'maj', June: 'juni', July: 'juli',
    August: 'august', September: 'september', October: 'oktober', November: 'november', December: 'december'
  })
);

export function danish(text) {
  const trimmed = text.trim();
  if (trimmed === '') {
    return text;
  }
  const known = TEXTS.get(trimmed);
  if (known !== undefined) {
    return text.replace(trimmed, () => known);
  }
  for (const [pattern, translation] of PATTERNS) {
    if (pattern.test(trimmed)) {
      return trimmed.replace(pattern, translation);
    }
  }
  // The calendar names its days for screen readers: "November 23, 2026".
  const day = /^([A-Z][a-z]+) (\d{1,2}), (\d{4})$/.exec(trimmed);
  return day && MONTHS.has(day[1]) ? `${day[2]}. ${MONTHS.get(day[1])} ${day[3]}` : text;
}

const CALENDAR = {
  firstDayOfWeek: 1,
  weekdays: {
    shorthand: ['sø', 'ma', 'ti', 'on', 'to', 'fr', 'lø'],
    longhand: ['søndag', 'mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag']
  }
};

/** Lets the week begin on Monday, just before the calendar opens. */
function danishCalendar() {
  document.addEventListener('focus', ({ target }) => {
    const calendar = target._flatpickr;
    if (calendar && calendar.l10n.firstDayOfWeek !== CALENDAR.firstDayOfWeek) {
      calendar.set('locale', CALENDAR);
      calendar.redraw();
    }
  }, true);
}

/** The buttons that start a case and complete a task. */
const SENDERS = '[ng-click="startProcessInstance()"], [ng-click="complete()"]';

const TYPED_DATE = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/;

/** What is wrong with a date as it was typed; null when nothing is. */
export function wrongDate(text) {
  if (text.trim() === '') {
    return null;
  }
  const typed = TYPED_DATE.exec(text.trim());
  if (!typed) {
    return `"${text.trim()}" er ikke en dato. Skriv dag, måned og år, fx 15.05.2026`;
  }
  const [day, month, year] = typed.slice(1).map(Number);
  const date = new Date(year, month - 1, day);
  return date.getMonth() !== month - 1 || date.getDate() !== day
    ? `Datoen ${text.trim()} findes ikke. Tjek dag og måned`
    : null;
}

/**
 * The calendar would make 3 March of 31 February without a word and forget what it cannot read: such a date is refused
 * instead, and the form is not sent before the one who typed it has been back in the field.
 */
function refuseImpossibleDates() {
  const refuse = (event) => {
    const input = event.target;
    if (!input._flatpickr || (event.type === 'keydown' && event.key !== 'Enter' && event.key !== 'Tab')) {
      return;
    }
    const field = input.closest('.fjs-form-field');
    const wrong = wrongDate(input.value);
    const shown = field?.querySelector('.ankomst-datofejl');
    // Whoever came back to the field and left it empty means it.
    if (shown && (input.value !== '' || shown.dataset.seen)) {
      shown.remove();
    }
    if (wrong !== null) {
      input.value = '';
      input._flatpickr.clear();
      const error = document.createElement('div');
      error.className = 'fjs-form-field-error ankomst-datofejl';
      error.setAttribute('role', 'alert');
      error.textContent = wrong;
      field?.append(error);
    }
  };
  document.addEventListener('click', (event) => {
    const wrong = document.querySelector('.ankomst-datofejl');
    if (wrong && event.target instanceof Element && event.target.closest(SENDERS)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      wrong.closest('.fjs-form-field').querySelector('input')?.focus();
    }
  }, true);
  document.addEventListener('focus', ({ target }) => {
    const shown = target._flatpickr && target.closest('.fjs-form-field')?.querySelector('.ankomst-datofejl');
    if (shown) {
      shown.dataset.seen = 'true';
    }
  }, true);
  document.addEventListener('keydown', refuse, true);
  document.addEventListener('blur', refuse, true);
}

/** What is typed reaches the form a little later, in milliseconds. */
const TYPING_SETTLES = 400;

/** The form takes over what was typed last after a pause; who sends it at once would send it without. */
function sendWhatWasTyped() {
  let typedAt = null;
  document.addEventListener('input', ({ target }) => {
    if (target instanceof Element && target.closest('.fjs-container')) {
      typedAt = performance.now();
    }
  }, true);
  document.addEventListener('click', (event) => {
    const sender = event.target instanceof Element ? event.target.closest(SENDERS) : null;
    if (sender && typedAt !== null) {
      event.preventDefault();
      event.stopImmediatePropagation();
      setTimeout(() => sender.click(), Math.max(0, typedAt + TYPING_SETTLES - performance.now()));
      typedAt = null;
    }
  }, true);
}

export function translateForms() {
  danishCalendar();
  refuseImpossibleDates();
  sendWhatWasTyped();
  const exchange = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const translated = danish(node.data);
      if (translated !== node.data && node.parentElement && !node.parentElement.closest(UNTOUCHED)) {
        node.data = translated;
      }
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      for (const name of ATTRIBUTES) {
        const value = node.getAttribute(name);
        if (value) {
          const translated = danish(value);
          if (translated !== value) {
            node.setAttribute(name, translated);
          }
        }
      }
      node.childNodes.forEach(exchange);
    }
  };
  const within = (node) => {
    const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    if (!element) {
      return;
    }
    if (element.closest(PARTS)) {
      exchange(node);
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      node.querySelectorAll(PARTS).forEach(exchange);
    }
  };
  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === 'childList') {
        change.addedNodes.forEach(within);
      } else {
        within(change.target);
      }
    }
  }).observe(document.documentElement, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: ATTRIBUTES
  });
}
