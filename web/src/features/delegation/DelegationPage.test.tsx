// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Delegation, DelegationRow, ListCheck } from '../../api/delegations';
import { aTicketType, anEvent, signedInWith } from '../../testing/fixtures';
import {
  answerWith,
  field,
  fill,
  leave,
  press,
  refusal,
  says,
  show,
  submit,
  tick,
  words,
} from '../../testing/page';
import type { Asked } from '../../testing/page';
import { RegistrationsDesk } from '../desk/RegistrationsDesk';
import EventPage from '../events/EventPage';
import DelegationPage from './DelegationPage';

const SCHOOL = 's1';
const ORDER = '/api/events/e1/delegations?ticketTypeId=t1&organisationId=s1';
const EVENT = anEvent({
  ticketTypes: [
    aTicketType({
      id: 'team',
      name: { zh: '战队', en: 'team' },
      team: { minMembers: 2, maxMembers: 5 },
    }),
    aTicketType({ id: 't1', name: { zh: '求职者', en: 't1' } }),
  ],
});
const QUESTIONS = [
  {
    id: 'q1',
    kind: 'choice',
    label: { zh: '专业', en: 'Major' },
    required: true,
    options: [{ id: 'a', label: { zh: '机械', en: 'Mechanics' } }],
  },
  { id: 'q2', kind: 'file', label: { zh: '简历', en: 'CV' } },
];

let grants: string[];
let check: ListCheck;
let refused: Response | undefined;
let sent: Delegation[];
/** What the list is at each look, the last one from then on. */
let looks: Partial<Delegation>[];
let rows: DelegationRow[];

function delegation(now: Partial<Delegation>): Delegation {
  return {
    id: 'd1',
    eventId: 'e1',
    ticketTypeId: 't1',
    organisationId: SCHOOL,
    status: 'holding',
    total: 3,
    held: 0,
    done: 0,
    createdAt: '2026-11-24T09:00:00+08:00',
    ...now,
  };
}

function services({ method, path }: Asked): unknown {
  if (method === 'POST') {
    if (path.endsWith('/substitute')) {
      rows = refused === undefined ? [row(2, '何苗', 'confirmed')] : rows;
      return refused ?? rows[0];
    }
    if (path.endsWith('&dryRun=true')) {
      return check;
    }
    if (refused === undefined) {
      sent = [delegation({})];
    }
    return refused ?? sent[0];
  }
  switch (path) {
    case '/api/session':
      return signedInWith(grants);
    case '/api/events/e1':
      return EVENT;
    case '/api/events/e1/form':
      return { version: 1, questions: QUESTIONS };
    case '/api/events/e1/delegations':
    case '/api/events/e1/delegations?organisationId=s1':
      return { items: sent };
    case '/api/delegations/d1':
      return delegation((looks.length > 1 ? looks.shift() : looks[0]) ?? {});
    case '/api/delegations/d1/rows':
      return { items: rows };
    default:
      return refusal(404, 'not-found', []);
  }
}

let written: Asked[];

beforeEach(() => {
  grants = [`school-coordinator@${SCHOOL}`];
  check = { rows: 3, good: true, faults: [] };
  refused = undefined;
  sent = [];
  looks = [];
  rows = [];
  written = answerWith(services);
});

afterEach(() => {
  vi.useRealTimers();
  leave();
});

async function choose(name: string): Promise<void> {
  const input = await field('file');
  Object.defineProperty(input, 'files', { value: [new File(['姓名,手机'], name)], writable: true });
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

describe('the page on which a school sends its list', () => {
  it('says which columns a list has, and has a template of them', async () => {
    show(<DelegationPage eventId="e1" />);
    await says('求职者');
    expect(words()).toContain('专业必填机械');
    expect(words()).not.toContain('战队');
    const template = document.querySelector('a[download]')?.getAttribute('href') ?? '';
    expect(decodeURIComponent(template)).toContain('姓名,手机,专业\r\n');
  });

  it('says what is wrong by line and column, and sends nothing', async () => {
    check = {
      rows: 3,
      good: false,
      faults: [
        { line: 2, column: '手机号', field: 'phone', code: 'phone', message: '不是手机号码' },
        { line: 3, field: 'q1', code: 'required', message: '必须填写' },
        { line: 4, code: 'cells-too-many', message: '多于 3 格' },
      ],
    };
    show(<DelegationPage eventId="e1" />);
    await choose('名单.csv');
    await says('名单有 3 处要改');
    const table = [...document.querySelectorAll('tbody tr')].map((row) =>
      [...row.querySelectorAll('td')].map(({ textContent }) => textContent),
    );
    expect(table).toEqual([
      ['2', '手机号', '不是手机号码'],
      ['3', '专业', '必须填写'],
      ['4', '整行', '多于 3 格'],
    ]);
    expect(written.map(({ path }) => path)).toEqual([`${ORDER}&dryRun=true`]);
    expect(words()).not.toContain('为这');
  });

  it('says of a file that is no list that it cannot be read', async () => {
    const message = 'cannot be read as CSV or Excel';
    check = { rows: 0, good: false, faults: [{ line: 1, code: 'list-unreadable', message }] };
    show(<DelegationPage eventId="e1" />, 'en');
    await choose('photo.xlsx');
    await says(`1The list${message}`);
  });

  it('sends a good list, and follows it until everybody is registered', async () => {
    vi.useFakeTimers({ toFake: ['setInterval'] });
    looks = [
      { status: 'holding', held: 2 },
      { status: 'done', held: 3, done: 3 },
    ];
    rows = [
      row(2, '李敏', 'confirmed'),
      { ...row(3, '王芳', 'checked-in'), holder: '赵刚' },
      row(4, '陈晨', 'cancelled'),
    ];
    show(<DelegationPage eventId="e1" />);
    await choose('名单.csv');
    await press('为这 3 人报名');
    await says('正在占名额：2 / 3 人');
    expect(written.at(-1)?.path).toBe(ORDER);
    expect(written.at(-1)?.headers['Idempotency-Key']).toHaveLength(36);
    vi.advanceTimersByTime(1500);
    await says('已完成');
    await says(/李敏.*已报名.*王芳现由 赵刚 持有.*已签到.*陈晨.*已取消/u);
  });

  it('says how many places are missing where a list is refused', async () => {
    refused = refusal(409, 'delegation-full', []);
    show(<DelegationPage eventId="e1" />);
    await choose('名单.csv');
    await press('为这 3 人报名');
    await says('delegation-full');
    expect(words()).toContain('还没有报过名单');
  });

  it('says why an earlier list came to nothing', async () => {
    sent = [delegation({ status: 'refused', refusal: { line: 7, why: 'already-registered' } })];
    show(<DelegationPage eventId="e1" />, 'en');
    await says('Not registered');
    document.querySelector<HTMLElement>('.fold__title')?.click();
    await says('Line 7: this person is registered already. Nobody was registered.');
  });

  it('is for coordinators only', async () => {
    grants = ['organiser@o1'];
    show(<DelegationPage eventId="e1" />);
    await says('这里供院校联络人使用');
  });
});

describe('putting another in the place of one who cannot come', () => {
  beforeEach(async () => {
    sent = [delegation({ status: 'done', held: 3, done: 3 })];
    rows = [row(2, '李敏', 'confirmed'), row(3, '王芳', 'checked-in')];
    show(<DelegationPage eventId="e1" />);
    await says('已完成');
    document.querySelector<HTMLElement>('.fold__title')?.click();
    await press('换人：李敏');
    await fill('name', '何苗 ');
    await fill('phone', '138 0000 2222');
    await tick('answers.q1', 'a');
  });

  it('sends who comes instead, with their answers, and shows them', async () => {
    expect(document.querySelector('button[aria-label="换人：王芳"]')).toBeNull();
    submit();
    await says('名额已转给 何苗');
    expect(written).toMatchObject([
      {
        path: '/api/delegations/d1/rows/2/substitute',
        body: { name: '何苗', phone: '13800002222', answers: { q1: ['a'] } },
      },
    ]);
    await vi.waitFor(() => expect(words()).not.toContain('李敏'));
    expect(document.querySelector('dialog')).toBeNull();
  });

  it('says by the number that its owner is registered already', async () => {
    refused = refusal(400, 'invalid', [{ field: 'phone', message: '此人已报名' }]);
    submit();
    await vi.waitFor(() =>
      expect(document.querySelector('.field__error')?.textContent).toBe('此人已报名'),
    );
    expect(document.querySelector('dialog')).not.toBeNull();
  });
});

describe("an organiser's list of registrations", () => {
  it('shows the lists of all schools, and who sent them', async () => {
    grants = ['organiser@o1'];
    const organisationName = { zh: '岭湾职院', en: 'Polytechnic' };
    sent = [delegation({ status: 'done', organisationName, sentBy: '周亦凡' })];
    rows = [row(2, '李敏', 'confirmed')];
    show(<RegistrationsDesk eventId="e1" />);
    await vi.waitFor(() => expect(document.querySelectorAll('.seg input')).toHaveLength(2));
    document.querySelectorAll<HTMLElement>('.seg input')[1]?.click();
    await says('岭湾职院');
    document.querySelector<HTMLElement>('.fold__title')?.click();
    await says(/由 周亦凡 递交.*李敏/u);
  });
});

describe("the event's page", () => {
  const link = () => document.querySelector('a[href="/events/e1/delegation"]');

  it('leads a coordinator there', async () => {
    show(<EventPage eventId="e1" />);
    await vi.waitFor(() => expect(link()).not.toBeNull());
  });

  it('leads nobody else there', async () => {
    grants = ['exhibitor@o1'];
    show(<EventPage eventId="e1" />);
    await says('报名与名额');
    expect(link()).toBeNull();
  });
});

function row(line: number, name: string, place: DelegationRow['place']): DelegationRow {
  const phone = `+86138000000${line}`;
  return { line, name, phone, status: 'registered', place, substitutable: place === 'confirmed' };
}
