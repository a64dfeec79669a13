import { expect, test } from 'vitest';
import type { DeliveryStatus, SentMessage } from '../../api/operationTypes';
import { inboxOf } from './inbox';

test('what was skipped is told once for each channel and is no row', () => {
  const inbox = inboxOf([
    message('1', 'sms', 'sent'),
    message('2', 'mail', 'skipped'),
    message('3', 'sms', 'in-doubt'),
    message('4', 'mail', 'skipped'),
  ]);

  expect(inbox.written.map(({ id }) => id)).toEqual(['1', '3']);
  expect(inbox.skipped).toEqual(['mail']);
});

function message(id: string, channel: SentMessage['channel'], status: DeliveryStatus): SentMessage {
  return { id, kind: 'registration-confirmed', channel, at: '2027-03-01T01:00:00Z', status };
}
