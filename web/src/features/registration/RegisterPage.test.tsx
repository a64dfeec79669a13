// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EventDetails } from '../../api/types';
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
  tick,
} from '../../testing/page';
import type { Asked } from '../../testing/page';
import RegisterPage from './RegisterPage';

const EVENT = 'e1';
const VISITOR = aTicketType();
const VIP = aTicketType({ id: 'vip', name: { zh: '贵宾', en: 'VIP' }, invitationOnly: true });

let event: EventDetails;
let written: Asked[];
let answer: () => unknown;

function services({ method, path }: Asked): unknown {
  if (method === 'POST') {
    return answer();
  }
  switch (path) {
    case '/api/session':
      return signedInWith();
    case '/api/identity/me':
      return { personId: 'p', name: '李敏', phone: '+8613900000101', language: 'zh', grants: [] };
    case `/api/events/${EVENT}`:
      return event;
    default:
      return { version: 0, questions: [] };
  }
}

beforeEach(() => {
  event = anEvent({ ticketTypes: [VISITOR, VIP] });
  answer = () => ({ id: 'r1', registrationId: 'r1', status: 'confirmed' });
  written = answerWith(services);
  window.history.replaceState(null, '', `/events/${EVENT}/register`);
});

afterEach(leave);

const page = <RegisterPage eventId={EVENT} />;
const sent = () => written.map(({ path, body }) => [path, body]);

describe('registering', () => {
  it('says what it clashes with, where the organiser warns of it', async () => {
    answer = () => ({
      id: 'r1',
      status: 'confirmed',
      clash: { title: { zh: '论坛', en: 'Forum' } },
    });
    show(page);
    await press('确认报名');
    await says('与您的“论坛”时间冲突');
  });

  it('asks for the code of an invitation where the type is by invitation', async () => {
    answer = () => refusal(422, 'invalid', [{ field: 'code', message: '不是有效邀请码' }]);
    show(page);
    await says('凭邀请码');
    expect(document.getElementsByName('code')).toHaveLength(0);
    await tick('ticketTypeId', 'vip');
    await fill('code', ' abcde-12345 ');
    await press('确认报名');
    await says('不是有效邀请码');
    expect(sent()).toEqual([
      [`/api/events/${EVENT}/registrations`, { ticketTypeId: 'vip', code: 'abcde-12345' }],
    ]);
  });

  it('takes the code from the link, and the type that it may be for', async () => {
    window.history.replaceState(null, '', `/events/${EVENT}/register?code=ABCDE12345`);
    show(page);
    expect((await field('code')).value).toBe('ABCDE12345');
    await press('确认报名');
    await vi.waitFor(() =>
      expect(sent()[0]?.[1]).toEqual({ ticketTypeId: 'vip', code: 'ABCDE12345' }),
    );
  });

  it('calls a request a request, and says for whom a type is', async () => {
    const eligibility = {
      roles: [],
      organisationKinds: ['college-or-school' as const],
      organisationIds: [],
    };
    event.ticketTypes = [{ ...VISITOR, needsApproval: true, eligibility }];
    answer = () => ({ id: 'r1', status: 'requested' });
    show(page, 'en');
    await says('Only for: College or school');
    await says('once the organiser approves it');
    await press('Send the request');
    await says('The request is sent');
  });

  it('lets a group stand in line together, content with some places if it says so', async () => {
    event.waitingList = true;
    event.partialGroups = true;
    show(page);
    await tick('group');
    await fill('group.people.name', '同班同学');
    await fill('group.people.members.1.name', '王芳');
    await fill('group.people.members.1.phone', '139 0000 0102');
    await press('添加成员');
    await fill('group.people.members.2.name', '赵刚');
    await fill('group.people.members.2.phone', '13900000103');
    await fill('group.atLeast', '2');
    await press('加入候补');
    await vi.waitFor(() => expect(written).toHaveLength(1));
    expect(sent()).toEqual([
      [
        `/api/events/${EVENT}/waiting`,
        {
          ticketTypeId: 'visitor',
          group: {
            people: {
              name: '同班同学',
              members: [
                { name: '李敏', phone: '+8613900000101' },
                { name: '王芳', phone: '13900000102' },
                { name: '赵刚', phone: '13900000103' },
              ],
            },
            atLeast: 2,
          },
        },
      ],
    ]);
  });

  it('offers no groups where nobody can wait, nor twice what one may have once', async () => {
    show(page);
    await says('确认报名');
    expect(document.getElementsByName('group')).toHaveLength(0);
    leave();
    written = answerWith(services);
    event = { ...event, mine: 'r0' };
    show(page);
    await says('您已报过名');
    leave();
    written = answerWith(services);
    event = { ...event, perPersonLimit: 2 };
    show(page);
    await says('每人最多可报 2 次');
    await press('确认报名');
    await vi.waitFor(() => expect(written).toHaveLength(1));
  });
});
