// What Ankomst adds to Tasklist: links to its own pages, the deadline in words on each card, the case behind a task.
import { root } from './page.js';

const engine = `${document.querySelector('base')?.getAttribute('engine-api') ?? '/camunda/api/engine/'}engine/default`;
const STARTERS = ['koordinator', 'leder'];

const json = async (path) => {
  const response = await fetch(path, { headers: { Accept: 'application/json' }, credentials: 'same-origin' });
  return response.ok ? response.json() : null;
};

const element = (name, attributes, ...children) => {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...children);
  return made;
};

/** Tasks asked for in the same moment are fetched together. */
const tasks = (() => {
  let waiting = new Map();
  const fetchAll = async () => {
    const asked = waiting;
    waiting = new Map();
    const found = (await json(`${engine}/task?maxResults=200&taskIdIn=${[...asked.keys()].join(',')}`)) ?? [];
    asked.forEach(({ answer }, id) => answer(found.find((task) => task.id === id) ?? null));
  };
  return (id) => {
    if (waiting.size === 0) {
      setTimeout(fetchAll, 20);
    }
    if (!waiting.has(id)) {
      let answer;
      const promise = new Promise((resolve) => (answer = resolve));
      waiting.set(id, { promise, answer });
    }
    return waiting.get(id).promise;
  };
})();

const DAY = 24 * 60 * 60 * 1000;
const longDate = new Intl.DateTimeFormat('da-DK', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const danishDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' });

/** A deadline is a day in Denmark, whatever the machine's clock says, and is passed when that day has ended. */
export function deadline(due, today = danishDay.format(new Date())) {
  const day = Date.parse(due.slice(0, 10));
  const days = Math.round((day - Date.parse(today)) / DAY);
  const away =
    days === 0 ? 'i dag'
    : days === 1 ? 'i morgen'
    : days > 1 ? `om ${days} dage`
    : days === -1 ? '1 dag over'
    : `${-days} dage over`;
  return { text: `Frist ${longDate.format(day)}, ${away}`, state: days < 0 ? 'over' : days <= 1 ? 'naer' : 'senere' };
}

function deadlineLine(task) {
  if (!task?.due) {
    return element('span', { class: 'ankomst-frist' }, 'Ingen frist');
  }
  const { text, state } = deadline(task.due);
  return element('span', { class: `ankomst-frist ankomst-frist-${state}` }, text);
}

// The engine shows variables on a card only to those who may read the whole case; whoever may read the task gets them here. (A form's variables are only those of its fields.)

const PHASES = { integrationsforloeb: 'Integrationsforløb' };
const phase = (id) => id && (PHASES[id] ?? id.charAt(0).toUpperCase() + id.slice(1));

/** The facts by which staff recognise a task, in the order of the filters: label and value. */
async function facts(taskId) {
  const variables = await json(`${engine}/task/${taskId}/variables`);
  const value = (name) => variables?.[name]?.value;
  return [
    ['Sag', value('sagsnummer')],
    ['Familie', value('familie')],
    ['Fase', phase(value('fase'))],
    ['Person', value('personNr')]
  ].filter(([, text]) => text !== undefined && text !== null && text !== '');
}

const card = {
  id: 'ankomst-kort',
  pluginPoint: 'tasklist.card',
  priority: 100,
  render: async (node, { taskId }) => {
    const [task, known] = await Promise.all([tasks(taskId), facts(taskId)]);
    const list = element('dl', { class: 'ankomst-kort' });
    known.forEach(([label, value]) => {
      list.append(element('div', {}, element('dt', {}, label), element('dd', {}, String(value))));
    });
    node.replaceChildren(deadlineLine(task), list);
  }
};

const caseTab = {
  id: 'ankomst-sag',
  pluginPoint: 'tasklist.task.detail',
  label: 'Sag',
  priority: 150,
  render: async (node, { taskId }) => {
    node.replaceChildren(element('p', {}, 'Henter sagen …'));
    const [task, known] = await Promise.all([tasks(taskId), facts(taskId)]);
    const number = known.find(([label]) => label === 'Sag')?.[1];
    if (!number) {
      node.replaceChildren(element('p', {}, 'Opgaven hører ikke til en sag endnu.'));
      return;
    }
    const list = element('dl', { class: 'ankomst-sag' });
    known.forEach(([label, value]) => list.append(element('dt', {}, label), element('dd', {}, String(value))));
    const link = element('a', { class: 'btn btn-primary', href: `${root}/sager/${encodeURIComponent(number)}` });
    link.append(`Åbn sag ${number}`);
    node.replaceChildren(list, element('p', {}, deadlineLine(task)), link);
  }
};

const casesLink = {
  id: 'ankomst-sager',
  pluginPoint: 'tasklist.navbar.action',
  priority: 1000,
  render: (node) => node.append(element('a', { href: `${root}/sager` }, 'Sager'))
};

// Staff who cannot begin a case are not shown how to.
const newCaseLink = {
  id: 'ankomst-ny-sag',
  pluginPoint: 'tasklist.navbar.action',
  priority: 990,
  render: async (node) => {
    const user = await json(`${engine}/../../../admin/auth/user/default`);
    const groups = user ? await json(`${engine}/identity/groups?userId=${encodeURIComponent(user.userId)}`) : null;
    if (groups?.groups.some((group) => STARTERS.includes(group.id))) {
      document.documentElement.classList.add('ankomst-begynder');
      node.append(element('a', { href: `${root}/sager/ny` }, 'Ny sag'));
    }
  }
};

// The head of an open task counts hours from midnight; it gets the same words as the card.
function writeDeadlineInHead() {
  const head = document.querySelector('.task-details ul.dates');
  const id = new URLSearchParams(location.hash.split('?')[1] ?? '').get('task');
  if (!head || !id || head.dataset.ankomst === id) {
    return;
  }
  head.dataset.ankomst = id;
  tasks(id).then((task) => {
    head.parentElement.querySelectorAll('.ankomst-hoved').forEach((old) => old.remove());
    head.before(element('p', { class: 'ankomst-hoved' }, deadlineLine(task)));
  });
}

new MutationObserver(writeDeadlineInHead).observe(document.body, { childList: true, subtree: true });

export default [card, caseTab, casesLink, newCaseLink];
