// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { OddCase } from '../../api/door';
import { answerWith, fill, leave, press, refusal, says, show } from '../../testing/page';
import type { Asked } from '../../testing/page';
import { OddCases } from './OddCases';

const AT = '2026-11-24T09:00:00+08:00';
const scan = { direction: 'in' as const, zoneIds: [], at: AT, heardAt: AT, by: 'door' };

let cases: OddCase[];
let written: Asked[];
let refuse: Response | undefined;

function services({ method, path, body }: Asked): unknown {
  if (method === 'POST') {
    const { note, scans } = body as { note: string; scans: string[] };
    cases = cases.map((one) => ({
      ...one,
      open: 0,
      scans: one.scans.map((old) =>
        scans.includes(old.nonce) ? { ...old, settled: { byName: '陈雅文', at: AT, note } } : old,
      ),
    }));
    return refuse ?? cases[0];
  }
  return { items: path.includes('open=true') ? cases.filter(({ open }) => open > 0) : cases };
}

beforeEach(() => {
  refuse = undefined;
  cases = [
    {
      registrationId: 'r1',
      name: '李敏',
      ticketNumber: 'A0001',
      ticketType: { id: 't', name: { zh: '观众', en: 'Visitor' } },
      doubts: 2,
      open: 1,
      scans: [
        { ...scan, nonce: 's1' },
        { ...scan, nonce: 's2', doubt: 'replaced', settled: { at: AT, note: '旧票' } },
        { ...scan, nonce: 's3', doubt: 'already-in' },
      ],
    },
  ];
  written = answerWith(services);
});

afterEach(leave);

it('settles what is open with a note, which stays to be read', async () => {
  show(<OddCases eventId="e1" />);
  await says('重复入场');
  await press('标为已处理');
  await fill('note', ' 同一人重复扫码 ');
  await press('保存');
  await says('没有待处理的疑点');
  expect(written.map(({ path, body }) => [path, body])).toEqual([
    ['/api/events/e1/reconciliation/r1/settle', { note: '同一人重复扫码', scans: ['s3'] }],
  ]);
  document.querySelector<HTMLInputElement>('input[value=all]')?.click();
  await says('已处理：同一人重复扫码（陈雅文');
});

it('says so where somebody else was quicker', async () => {
  refuse = refusal(409, 'settled-before', []);
  show(<OddCases eventId="e1" />);
  await press('标为已处理');
  await fill('note', '看过');
  await press('保存');
  await vi.waitFor(() => expect(document.querySelector('[role=alert]')).not.toBeNull());
});
