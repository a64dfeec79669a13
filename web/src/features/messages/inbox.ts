import type { DeliveryStatus, SentMessage } from '../../api/operationTypes';

/** A message that was put into words, whatever became of it. */
export interface WrittenMessage extends SentMessage {
  status: Exclude<DeliveryStatus, 'skipped'>;
}

/** A skipped message says nothing: of those only the channels count which it had no address for. */
export function inboxOf(messages: readonly SentMessage[]): {
  written: WrittenMessage[];
  skipped: SentMessage['channel'][];
} {
  const isSkipped = ({ status }: SentMessage) => status === 'skipped';
  return {
    written: messages.filter((one): one is WrittenMessage => !isSkipped(one)),
    skipped: [...new Set(messages.filter(isSkipped).map(({ channel }) => channel))],
  };
}
