// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Admission, Invitation } from '../../api/admission';
import {
  answerWith,
  fill,
  leave,
  press,
  refusal,
  says,
  show,
  tick,
  words,
} from '../../testing/page';
import type { Asked } from '../../testing/page';
import { AdmissionDesk } from './AdmissionDesk';

const EVENT = 'e1';
const TYPES = [
  { id: 'visitor', name: { zh: '观众', en: 'Visitor' }, capacity: 50, taken: 7 },
  { id: 'vip', name: { zh: '贵宾', en: 'VIP' }, capacity: 5, taken: 2 },
].map((type) => ({ ...type, opensAt: '', closesAt: '2098-12-24T09:00:00+08:00' }));
const NOTHING: Admission = {
  version: 0,
  settling: false,
  perPersonLimit: 1,
  types: [],
  quotas: [],
  agenda: { onClash: 'allow', walkingMinutes: 0 },
};

let settled: Admission;
let codes: Invitation[];
let written: Asked[];
let refuse: Response | undefined;

function services({ method, path, body }: Asked): unknown {
  const base = `/api/events/${EVENT}`;
  switch (`${method} ${path}`) {
    case `GET ${base}`:
      return { eventId: EVENT, ticketTypes: TYPES };
    case `GET ${base}/admission`:
      return settled;
    case `PUT ${base}/admission`:
      settled =
        refuse === undefined ? { ...(body as Admission), version: 1, settling: false } : settled;
      return refuse ?? settled;
    case `GET ${base}/invitations`:
      return { items: codes };
    case `POST ${base}/invitations`: {
      const made = {
        ...(body as Invitation),
        id: 'i1',
        code: 'ABCDE12345',
        used: 1,
        createdAt: '',
      };
      codes = [made];
      return made;
    }
    case `POST ${base}/invitations/i1/revoke`:
      codes = codes.map((code) => ({ ...code, revokedAt: '2026-01-01T00:00:00+08:00' }));
      return codes[0];
    case 'GET /api/identity/organisations?query=%E5%AD%A6%E9%99%A2':
      return { items: [{ id: 'college', name: { zh: '职业学院', en: 'Polytechnic' } }] };
    default:
      return { id: 'college', name: { zh: '职业学院', en: 'Polytechnic' } };
  }
}

beforeEach(() => {
  settled = NOTHING;
  codes = [];
  refuse = undefined;
  written = answerWith(services);
});

afterEach(leave);

const desk = <AdmissionDesk eventId={EVENT} published />;
const save = () => press('保存报名规则');

describe('the organiser settles admission', () => {
  it('sets rules of a type, a shared quota and a waiting list', async () => {
    show(desk);
    await press('设置“贵宾”的规则');
    await tick('types.1.needsApproval');
    await fill('types.1.perPersonLimit', '2');
    await tick('types.1.eligibility.organisationKinds', 'company');
    await press('添加共享名额');
    await says('已用 9 个');
    await fill('quotas.0.name.zh', '全场');
    await fill('quotas.0.name.en', 'House');
    await fill('quotas.0.capacity', '40');
    await tick('waiting');
    await tick('waiting.partialGroups');
    await save();
    await says('报名规则已保存');
    expect(written[0]?.headers['If-Match']).toBe('"0"');
    expect(written[0]?.body).toMatchObject({
      types: [
        { typeId: 'visitor', needsApproval: false, transferable: true },
        {
          typeId: 'vip',
          needsApproval: true,
          requestHoldsPlace: true,
          perPersonLimit: 2,
          eligibility: { roles: [], organisationKinds: ['company'], organisationIds: [] },
        },
      ],
      quotas: [{ name: { zh: '全场', en: 'House' }, capacity: 40, typeIds: ['visitor', 'vip'] }],
      waiting: { offerHours: 8, partialGroups: true, workingHours: { from: '09:00' } },
    });
    await says('须审核');
  });

  it('finds organisations by name', async () => {
    show(desk);
    await press('设置“观众”的规则');
    await vi.waitFor(() => expect(document.querySelector('[type=search]')).not.toBeNull());
    document.querySelector('[type=search]')?.setAttribute('name', 'organisation-search');
    await fill('organisation-search', '学院');
    await press('添加职业学院');
    await press('移除职业学院');
    await press('设置“贵宾”的规则');
    expect(words()).toContain('限定人员');
  });

  it('opens the type whose rules were refused', async () => {
    refuse = refusal(422, 'invalid', [{ field: 'types[1].closesAt', message: '须晚于开始时间' }]);
    show(desk);
    await save();
    await says('须晚于开始时间');
    expect(document.getElementsByName('types.1.closesAt')).toHaveLength(1);
    expect(document.getElementsByName('types.0.closesAt')).toHaveLength(0);
  });

  it('makes a code for a type by invitation, and revokes it', async () => {
    show(desk);
    await says('先把某个票种设为凭邀请码报名');
    await press('设置“贵宾”的规则');
    await tick('types.1.invitationOnly');
    await save();
    await fill('uses', '3');
    await press('生成邀请码');
    await says('ABCDE-12345');
    expect(written[1]?.body).toEqual({
      ticketTypeId: 'vip',
      uses: 3,
      expiresAt: '2098-12-24T09:00:00+08:00',
    });
    await says('1 / 3 次');
    await press('撤销');
    await says('撤销邀请码 ABCDE-12345？');
    await press('撤销');
    await says('已撤销');
  });
});
