// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WaitingRow } from '../../api/waiting';
import { answerWith, fill, leave, press, says, show } from '../../testing/page';
import type { Asked } from '../../testing/page';
import { RegistrationsDesk } from './RegistrationsDesk';

const EVENT = 'e1';
const TYPE = { id: 't', name: { zh: '观众', en: 'Visitor' } };

let written: Asked[];
let status: 'requested' | 'confirmed' | 'rejected';
let waiting: WaitingRow[];

function services({ method, path, body }: Asked): unknown {
  if (method !== 'GET') {
    status = path.endsWith('/approve') ? 'confirmed' : 'rejected';
    const { priority } = (body ?? {}) as { priority?: number };
    waiting = waiting.map((row) => ({ ...row, priority: priority ?? row.priority }));
    return {};
  }
  switch (path) {
    case `/api/events/${EVENT}`:
      return { eventId: EVENT, waitingList: true, ticketTypes: [] };
    case `/api/events/${EVENT}/waiting`:
      return { items: waiting };
    default:
      return {
        items: [
          { id: 'r1', name: '李敏', ticketType: TYPE, status, createdAt: '2026-11-24T09:00Z' },
        ],
      };
  }
}

beforeEach(() => {
  status = 'requested';
  waiting = [
    {
      registrationId: 'w1',
      name: '王芳',
      ticketType: TYPE,
      position: 1,
      priority: 0,
      size: 3,
      atLeast: 2,
      group: { name: '同学', members: [{ name: '赵刚', phone: '+8613900000103' }] },
      joinedAt: '2026-11-24T09:00:00+08:00',
    },
  ];
  written = answerWith(services);
});

afterEach(leave);

const paths = () => written.map(({ path, body }) => [path, body]);

describe("the organiser's list", () => {
  it('approves a request', async () => {
    show(<RegistrationsDesk eventId={EVENT} />);
    await press('通过');
    await says('已通过李敏的申请');
    expect(paths()).toEqual([['/api/registrations/r1/approve', undefined]]);
    await vi.waitFor(() => expect(document.querySelector('.decision')).toBeNull());
  });

  it('refuses one with a reason', async () => {
    show(<RegistrationsDesk eventId={EVENT} />);
    await press('不通过');
    await fill('reason.zh', '名额留给本市院校');
    await press('不通过');
    await says('已回复李敏');
    const reason = { zh: '名额留给本市院校', en: '名额留给本市院校' };
    expect(paths()).toEqual([['/api/registrations/r1/reject', { reason }]]);
  });

  it('shows groups that wait, and gives one another turn', async () => {
    show(<RegistrationsDesk eventId={EVENT} />);
    const tab = () => document.querySelector<HTMLInputElement>('input[value=waiting]');
    await vi.waitFor(() => expect(tab()).not.toBeNull());
    tab()?.click();
    await says('团体 3 人，至少 2 人');
    await says('赵刚');
    await fill('priority.w1', '5');
    await press('设定');
    await says('已调整王芳的次序');
    expect(paths()).toEqual([[`/api/events/${EVENT}/waiting/w1/priority`, { priority: 5 }]]);
  });
});
