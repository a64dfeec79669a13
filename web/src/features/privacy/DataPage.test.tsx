// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PrivacyKind, PrivacyRequest } from '../../api/privacy';
import type { Asked } from '../../testing/page';
import { signedInWith } from '../../testing/fixtures';
import {
  answerWith,
  fill,
  leave,
  press,
  refusal,
  says,
  show,
  submit,
  words,
} from '../../testing/page';
import DataPage from './DataPage';
import { isKept, isSlow, lookAgainIn, partsOf } from './requests';

const SERVICES = ['identity', 'registration', 'fair', 'competition', 'forum', 'notification'];
const DAY_MS = 24 * 3_600_000;

let requests: PrivacyRequest[];
let given: { given: boolean; at: string } | undefined;
let grants: string[];
let sessionOver: boolean;
let written: Asked[];

/** A request that so many services have answered. */
function request(kind: PrivacyKind, answered: number, ageMs = 0): PrivacyRequest {
  const at = new Date(Date.now() - ageMs).toISOString();
  return {
    id: `${kind}-1`,
    kind,
    status: answered === SERVICES.length ? 'completed' : 'pending',
    at,
    ...(kind === 'export'
      ? { keptUntil: new Date(Date.parse(at) + 7 * DAY_MS).toISOString() }
      : {}),
    completed: Object.fromEntries(SERVICES.slice(0, answered).map((service) => [service, at])),
    missing: SERVICES.slice(answered),
  };
}

function consents() {
  const text = { zh: '发送活动信息', en: 'Send me news' };
  return {
    items: [{ purpose: 'news', text, textVersion: 1, ...given }],
    ledger: given === undefined ? [] : [{ purpose: 'news', number: 1, textVersion: 1, ...given }],
  };
}

function services({ method, path, body }: Asked): unknown {
  const [, id] = /privacy-requests\/(.+)/.exec(path) ?? [];
  if (sessionOver && path !== '/api/session') {
    return refusal(401, 'unauthenticated', []);
  }
  if (id !== undefined) {
    return requests.find((one) => one.id === id);
  }
  switch (path) {
    case '/api/session':
      return signedInWith(grants);
    case '/api/registrations/consents':
      if (method === 'PUT') {
        given = { given: (body as { given: boolean }).given, at: '2026-11-24T10:00:00+08:00' };
      }
      return consents();
    case '/api/registrations/privacy-requests':
      if (method === 'POST') {
        requests = [request((body as { kind: PrivacyKind }).kind, 0), ...requests];
        return requests[0];
      }
      return { items: requests };
    case '/api/registrations/mine':
      return {
        items: [
          {
            id: 'r1',
            status: 'confirmed',
            startsAt: '2099-01-01T09:00:00+08:00',
            eventTitle: { zh: '招聘会' },
          },
          {
            id: 'r2',
            status: 'confirmed',
            startsAt: '2020-01-01T09:00:00+08:00',
            eventTitle: { zh: '旧会' },
          },
          {
            id: 'r3',
            status: 'cancelled',
            startsAt: '2099-01-01T09:00:00+08:00',
            eventTitle: { zh: '退会' },
          },
        ],
      };
    default:
      return {};
  }
}

/** Looks again at once, as a tab does that comes back to the front. */
const comeBack = () => window.dispatchEvent(new Event('visibilitychange'));
const links = () =>
  [...document.querySelectorAll('a[download]')].map((one) => one.getAttribute('href'));
const sent = () => written.map(({ method, path, body }) => [method, path, body]);

beforeEach(() => {
  requests = [];
  given = undefined;
  grants = [];
  sessionOver = false;
  written = answerWith(services);
});

afterEach(leave);

describe('a copy of my data', () => {
  it('is asked for, watched, and taken when all services are done', async () => {
    show(<DataPage />);
    await press('获取副本');
    await says('0 / 6 已完成');
    expect(sent()).toEqual([['POST', '/api/registrations/privacy-requests', { kind: 'export' }]]);
    expect(links()).toEqual([]);
    requests = [request('export', 6)];
    comeBack();
    await says('6 / 6 已完成');
    expect(words()).toMatch(/的副本已备好。 保留到 .*月/u);
    expect(links()).toEqual(['/api/registrations/privacy-requests/export-1/archive']);
  });

  it('is to be had in part where a service keeps one waiting', async () => {
    requests = [request('export', 5, 120_000)];
    show(<DataPage />, 'en');
    await says('5 of 6 done');
    expect(words()).toContain('Download what is here');
    expect(links()).toHaveLength(1);
  });

  it('is not offered once it is no longer kept', async () => {
    requests = [request('export', 6, 8 * DAY_MS)];
    show(<DataPage />, 'en');
    await says('no longer kept');
    expect(links()).toEqual([]);
    await press('Get a new one');
    await says('0 of 6 done');
  });

  it('says why it is refused', async () => {
    written = answerWith((asked) =>
      asked.method === 'POST' ? refusal(429, 'slow-down', []) : services(asked),
    );
    show(<DataPage />);
    await press('获取副本');
    await vi.waitFor(() => expect(document.querySelector('.note--bad')).not.toBeNull());
  });
});

describe('what I allow', () => {
  it('is allowed and withdrawn purpose by purpose, and all of it is listed', async () => {
    show(<DataPage />);
    await says('您没有表示过');
    await press('允许：发送活动信息');
    await says(/自 .*11月24日/u);
    await press('撤回：发送活动信息');
    await vi.waitFor(() =>
      expect(document.querySelector('.ledger')?.textContent).toContain('已撤回'),
    );
    expect(written.map(({ body }) => body)).toEqual([
      { purpose: 'news', given: true },
      { purpose: 'news', given: false },
    ]);
  });
});

describe('being forgotten', () => {
  it('needs a word typed, and says before what is given back', async () => {
    grants = ['organiser@o'];
    show(<DataPage />);
    await says('这些会被退回：招聘会');
    expect(words()).not.toMatch(/旧会|退会/u);
    expect(words()).toContain('请先确认有人接手');
    await press('删除我的数据');
    await fill('confirmation', '删');
    submit();
    expect(written).toEqual([]);
    await fill('confirmation', '删除');
    submit();
    await says('正在删除您的数据');
    expect(sent()).toEqual([['POST', '/api/registrations/privacy-requests', { kind: 'erasure' }]]);
    expect(words()).toContain('erasure-1');
  });

  it('ends with the receipt, signed out', async () => {
    requests = [request('erasure', 2)];
    show(<DataPage />, 'en');
    await says('Your data is being erased');
    requests = [request('erasure', 6)];
    comeBack();
    await says('Your data is erased');
    expect(words()).toContain('6 of 6 done');
    expect(words()).toContain('erasure-1');
    expect(sent().map(([, path]) => path)).toEqual(['/api/session/sign-out']);
  });

  it('keeps the receipt in sight when the session ends before the last service', async () => {
    requests = [request('erasure', 2)];
    show(<DataPage />);
    await says('正在删除您的数据');
    sessionOver = true;
    comeBack();
    await says('登录已随账号一起结束');
    expect(words()).toContain('erasure-1');
    expect(written).toEqual([]);
  });
});

describe('the receipt', () => {
  it('lists who is done in order, and then who is missing', () => {
    const parts = partsOf({
      ...request('export', 0),
      completed: { forum: '2026-11-24T10:00:02Z', fair: '2026-11-24T10:00:01Z' },
      missing: ['identity'],
    });
    expect(parts.map(({ service }) => service)).toEqual(['fair', 'forum', 'identity']);
  });

  it('is looked at ever more seldom, and no more once it is complete', () => {
    const open = request('export', 1);
    const at = Date.parse(open.at);
    expect(lookAgainIn(undefined, at)).toBe(false);
    expect(lookAgainIn(request('export', 6), at)).toBe(false);
    expect([-9, 0, 4_000, DAY_MS].map((age) => lookAgainIn(open, at + age))).toEqual([
      500, 500, 1_000, 10_000,
    ]);
    expect([0, 61_000].map((age) => isSlow(open, at + age))).toEqual([false, true]);
    expect([6 * DAY_MS, 7 * DAY_MS].map((age) => isKept(open, at + age))).toEqual([true, false]);
  });
});
