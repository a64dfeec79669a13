/** What notification-service and the operations of every service answer. */

/** `skipped`: the person has no address for the channel. `in-doubt`: it may have been sent. */
export type DeliveryStatus = 'queued' | 'sending' | 'sent' | 'in-doubt' | 'skipped' | 'failed';

export interface SentMessage {
  id: string;
  kind: string;
  channel: 'sms' | 'mail';
  at: string;
  status: DeliveryStatus;
  subject?: string;
  text?: string;
}

export const SERVICES = [
  'identity',
  'registration',
  'fair',
  'competition',
  'forum',
  'notification',
] as const;

export type ServiceName = (typeof SERVICES)[number];

export interface DeadLetter {
  id: string;
  topic?: string;
  type?: string;
  key?: string;
  reason?: string;
  at?: string;
}
