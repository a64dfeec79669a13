// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Registration, RegistrationStatus } from '../../api/types';
import { LanguageProvider } from '../../i18n/language';
import { ToastProvider } from '../../ui/Toasts';
import TicketPage from './TicketPage';

const ID = 'r1';
const EVENT = 'e1';
const PEOPLE = ['李敏', '王芳', '赵刚'];

let status: RegistrationStatus;
let group: { size: number; atLeast: number; seats?: number } | undefined;
let sent: string[];
let root: ReturnType<typeof createRoot>;

function registration(): Registration {
  return {
    id: ID,
    eventId: EVENT,
    eventTitle: { zh: '人才交流大会', en: 'Talent Exchange' },
    kind: 'fair',
    startsAt: '2026-12-24T09:00:00+08:00',
    endsAt: '2026-12-24T17:00:00+08:00',
    venue: { name: { zh: '会展中心', en: 'Centre' }, address: { zh: '桂城', en: 'Guicheng' } },
    ticketType: { id: 't1', name: { zh: '求职者', en: 'Job seeker' } },
    status,
    createdAt: '2026-11-24T09:00:00+08:00',
    ...(group === undefined
      ? {}
      : { team: { name: '同学', members: PEOPLE.map((name) => ({ name, phone: name })) } }),
    ...(status === 'confirmed' ? { ticket: { number: 'A0001', token: 'TOKEN' } } : {}),
  };
}

/** The services as far as this page asks them; what is written changes the state as it does there. */
function answer(method: string, path: string, body: unknown): unknown {
  if (method !== 'GET') {
    sent.push([method, path, body === '{}' ? '' : body].filter(Boolean).join(' '));
    status = path.endsWith('/accept') ? 'confirmed' : 'cancelled';
    return registration();
  }
  switch (path) {
    case '/api/session':
      return { signedIn: true, person: { personId: 'p', name: '李', language: 'zh', grants: [] } };
    case `/api/registrations/${ID}`:
      return registration();
    case `/api/events/${EVENT}/waiting/mine`:
      return {
        items: [
          {
            registrationId: ID,
            status,
            ...group,
            ...(status === 'waiting' ? { position: 3 } : { until: '2026-11-25T10:00:00+08:00' }),
          },
        ],
      };
    default:
      return { allowed: false };
  }
}

beforeEach(() => {
  sent = [];
  group = undefined;
  document.cookie = 'XSRF-TOKEN=x';
  vi.stubGlobal('fetch', (path: string, { method = 'GET', body }: RequestInit = {}) =>
    Promise.resolve(Response.json(answer(method, path, body))),
  );
});

afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
  localStorage.clear();
  vi.unstubAllGlobals();
});

async function open(state: RegistrationStatus, language: 'zh' | 'en' = 'zh') {
  status = state;
  localStorage.setItem('juxian.language', language);
  const place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  root.render(
    <QueryClientProvider client={client}>
      <LanguageProvider>
        <ToastProvider>
          <TicketPage registrationId={ID} />
        </ToastProvider>
      </LanguageProvider>
    </QueryClientProvider>,
  );
  await vi.waitFor(() => expect(document.querySelector('.ticket')).not.toBeNull());
}

const words = () => document.body.textContent;
const buttons = () => [...document.querySelectorAll('button')].map((one) => one.textContent);

/** Presses the button that came last of those called so: a dialog's stands behind the page's. */
async function press(label: string) {
  const called = () =>
    [...document.querySelectorAll('button')].filter((one) => one.textContent === label).at(-1);
  await vi.waitFor(() => expect(called(), label).toBeDefined());
  called()?.click();
}

/** Presses a button, and the one of the same name in the dialog that it opens. */
async function pressAndConfirm(label: string) {
  await press(label);
  await vi.waitFor(() => expect(document.querySelector('dialog')).not.toBeNull());
  await press(label);
}

describe('the page of a registration without a ticket yet', () => {
  it('says that the organiser looks at it, and lets it be withdrawn', async () => {
    await open('requested');
    expect(words()).toContain('待审核');
    expect(words()).toContain('主办方正在审核');
    expect(document.querySelector('.qr')).toBeNull();
    await pressAndConfirm('撤回申请');
    await vi.waitFor(() => expect(sent).toEqual([`POST /api/registrations/${ID}/cancel`]));
  });

  it('says where one stands in the waiting list, and lets one leave', async () => {
    await open('waiting', 'en');
    await vi.waitFor(() => expect(words()).toContain('You are number3in line'));
    expect(words()).toContain('On the waiting list');
    await pressAndConfirm('Leave the waiting list');
    await vi.waitFor(() => expect(sent).toEqual([`POST /api/registrations/${ID}/cancel`]));
  });

  it('says until when a place is held; taking it brings the code', async () => {
    await open('offered');
    await vi.waitFor(() => expect(words()).toMatch(/请在 .*10:00 前确认/u));
    expect(buttons()).toEqual(['确认参加', '让给下一位']);
    await press('确认参加');
    await vi.waitFor(() => expect(sent).toEqual([`POST /api/registrations/${ID}/accept`]));
    await vi.waitFor(() => expect(document.querySelector('.qr')).not.toBeNull());
    expect(buttons()).not.toContain('让给下一位');
  });

  it('leaves a held place to the next', async () => {
    await open('offered', 'en');
    await press('Leave it to the next');
    await vi.waitFor(() => expect(sent).toEqual([`POST /api/registrations/${ID}/decline`]));
    await vi.waitFor(() => expect(words()).toContain('does not admit'));
  });

  it('says with how many places a group would be content', async () => {
    group = { size: 3, atLeast: 2 };
    await open('waiting');
    await vi.waitFor(() => expect(words()).toContain('你们 3 人一起等，有 2 个名额起'));
  });

  it('lets a group choose who comes where it is offered some of its places', async () => {
    group = { size: 3, atLeast: 2, seats: 2 };
    await open('offered');
    await vi.waitFor(() => expect(words()).toContain('为你们 3 人保留了 2 个名额'));
    const [, second, third] = [...document.querySelectorAll<HTMLInputElement>('[type=checkbox]')];
    second?.click();
    third?.click();
    await press('确认参加');
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toContain(`POST /api/registrations/${ID}/accept`);
    expect(sent[0]).toContain('"members":[{"name":"李敏","phone":"李敏"},{"name":"赵刚"');
  });

  it.each([
    ['rejected', '没有通过'],
    ['offer-expired', '留给了候补名单的下一位'],
  ] as const)('says why %s has no code, and offers nothing to do', async (state, said) => {
    await open(state);
    expect(words()).toContain(said);
    expect(buttons()).toEqual([]);
  });
});
