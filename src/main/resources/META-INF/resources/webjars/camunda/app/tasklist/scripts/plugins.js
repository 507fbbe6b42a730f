// What Ankomst adds to Tasklist: links to its own pages, the deadline in words on each card, the case behind a task and how
// its deadline was counted.
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

/** The deadlines of tasks asked for in the same moment are fetched together: one call for all cards of a page. */
const deadlineOf = (() => {
  let waiting = new Map();
  const fetchAll = async () => {
    const asked = waiting;
    waiting = new Map();
    const found = (await json(`${root}/api/tasks/frist?ids=${[...asked.keys()].map(encodeURIComponent).join(',')}`)) ?? [];
    asked.forEach(({ answer }, id) => answer(found.find((task) => task.taskId === id) ?? null));
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

const STATES = { OVER: 'over', NEAR: 'naer', LATER: 'senere' };

/** The date, and how near it is in working days, in the words of the application's own pages. */
function deadlineLine(due) {
  if (!due?.dueDate) {
    return element('span', { class: 'ankomst-frist' }, 'Ingen frist');
  }
  return element(
    'span',
    { class: `ankomst-frist ankomst-frist-${STATES[due.state]}` },
    `Frist ${due.date}, `,
    element('span', { class: 'ankomst-maerke' }, due.words)
  );
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
    const [due, known] = await Promise.all([deadlineOf(taskId), facts(taskId)]);
    const list = element('dl', { class: 'ankomst-kort' });
    known.forEach(([label, value]) => {
      list.append(element('div', {}, element('dt', {}, label), element('dd', {}, String(value))));
    });
    node.replaceChildren(deadlineLine(due), list);
  }
};

const caseTab = {
  id: 'ankomst-sag',
  pluginPoint: 'tasklist.task.detail',
  label: 'Sag',
  priority: 150,
  render: async (node, { taskId }) => {
    node.replaceChildren(element('p', {}, 'Henter sagen …'));
    const [about, known] = await Promise.all([
      json(`${root}/api/tasks/${encodeURIComponent(taskId)}/frist`),
      facts(taskId)
    ]);
    const parts = [];
    if (known.length > 0) {
      const list = element('dl', { class: 'ankomst-sag' });
      known.forEach(([label, value]) => list.append(element('dt', {}, label), element('dd', {}, String(value))));
      parts.push(list);
    }
    const number = about?.caseNumber ?? known.find(([label]) => label === 'Sag')?.[1];
    if (number) {
      const address = `${root}/sager/${encodeURIComponent(number)}`;
      parts.push(element('p', {}, element('a', { class: 'btn btn-primary', href: address }, `Åbn sag ${number}`)));
    } else {
      parts.push(element('p', {}, 'Opgaven hører ikke til en sag endnu.'));
    }
    parts.push(...listed(about?.checklist), ...explained(about));
    node.replaceChildren(...parts);
  }
};

/** The checklist that the task waits for, with what is left of it. */
function listed(checklist) {
  if (!checklist) {
    return [];
  }
  const left = checklist.required === 0
    ? 'Alle påkrævede punkter er besvaret.'
    : `${checklist.required === 1 ? '1 påkrævet punkt mangler' : `${checklist.required} påkrævede punkter mangler`}, før opgaven kan afsluttes.`;
  return [
    element('h4', {}, 'Tjekliste'),
    element('p', {}, `${checklist.title}: ${checklist.answered} af ${checklist.points} punkter er besvaret. ${left}`),
    element('p', {}, element('a', { href: `${root}${checklist.address}` }, 'Åbn tjeklisten'))
  ];
}

/** The deadline behind the task, and how it was counted: the register's own text, as on the case's page. */
function explained(about) {
  const parts = [element('h4', {}, 'Frist'), element('p', {}, deadlineLine(about?.due))];
  if (about?.followUpDate) {
    parts.push(element('p', {}, `Tag den op senest ${about.followUpDate}.`));
  }
  const deadline = about?.deadline;
  if (deadline) {
    if (!deadline.dueDate && about.due.dueDate) {
      parts.push(element('p', {}, 'Fristen har ingen dato endnu. Indtil da er datoen opgavens egen, efter kommunens tabel Opgavefrist.'));
    }
    parts.push(
      element('p', {}, element('strong', {}, `${deadline.name} (${deadline.kindName})`)),
      element('h4', {}, 'Sådan er fristen regnet'),
      ...deadline.howCounted.map((words) => element('p', { class: 'ankomst-regnet' }, words))
    );
  } else if (about?.due?.dueDate) {
    parts.push(element('p', {}, 'Opgaven følger ingen frist i sagen. Datoen er opgavens egen, efter kommunens tabel Opgavefrist.'));
  }
  return parts;
}

const boardLink = {
  id: 'ankomst-frister',
  pluginPoint: 'tasklist.navbar.action',
  priority: 1010,
  render: (node) => node.append(element('a', { href: `${root}/frister` }, 'Frister'))
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
  deadlineOf(id).then((due) => {
    head.parentElement.querySelectorAll('.ankomst-hoved').forEach((old) => old.remove());
    head.before(element('p', { class: 'ankomst-hoved' }, deadlineLine(due)));
  });
}

new MutationObserver(writeDeadlineInHead).observe(document.body, { childList: true, subtree: true });

export default [card, caseTab, boardLink, casesLink, newCaseLink];
