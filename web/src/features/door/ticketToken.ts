import type { Revoked, TicketKey } from '../../api/door';

/**
 * Reads the signed text of a ticket's QR code without a network, as
 * `contracts/registration/ticket-token` says.
 */
export interface TicketToken {
  eventId: string;
  registrationId: string;
  revision: number;
  /** Seconds since 1970. */
  validFrom: number;
  validUntil: number;
}

/** What a device without a network says of a ticket. */
export type OfflineVerdict =
  | { readonly kind: 'good'; readonly registrationId: string }
  | { readonly kind: 'bad'; readonly why: OfflineRefusal }
  /** The browser cannot check signatures, or the device never had the keys. */
  | { readonly kind: 'unable' };

export type OfflineRefusal = 'token' | 'event' | 'time' | 'revoked';

const PREFIX = 'JX1.';
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const PAYLOAD = 47;
const SIGNATURE = 64;
const CONTEXT = new TextEncoder().encode('juxian-ticket-v1\0');

/** What a ticket says if one of these keys has signed it; `undefined` if it is no such ticket. */
export async function readToken(
  text: string,
  keys: readonly TicketKey[],
): Promise<TicketToken | undefined> {
  const bytes = text.startsWith(PREFIX) ? fromBase32(text.slice(PREFIX.length)) : undefined;
  if (bytes?.length !== PAYLOAD + SIGNATURE || bytes[0] !== 1) {
    return undefined;
  }
  const keyId = hex(bytes.subarray(1, 5));
  const key = keys.find((one) => one.keyId === keyId);
  if (key === undefined || !(await isSigned(bytes, key))) {
    return undefined;
  }
  const view = new DataView(bytes.buffer);
  return {
    eventId: hex(bytes.subarray(5, 21)),
    registrationId: hex(bytes.subarray(21, 37)),
    revision: view.getUint16(37),
    validFrom: view.getUint32(39),
    validUntil: view.getUint32(43),
  };
}

/** Whether a device that knows only this admits the ticket now. */
export async function judge(
  text: string,
  eventId: string,
  keys: readonly TicketKey[],
  revoked: Readonly<Record<string, Revoked>>,
  nowSeconds: number,
): Promise<OfflineVerdict> {
  if (keys.length === 0) {
    return { kind: 'unable' };
  }
  let token: TicketToken | undefined;
  try {
    token = await readToken(text, keys);
  } catch {
    return { kind: 'unable' };
  }
  if (token === undefined) {
    return { kind: 'bad', why: 'token' };
  }
  if (token.eventId !== eventId) {
    return { kind: 'bad', why: 'event' };
  }
  if (nowSeconds < token.validFrom || nowSeconds >= token.validUntil) {
    return { kind: 'bad', why: 'time' };
  }
  const listed = revoked[token.registrationId];
  if (
    listed !== undefined &&
    (listed.validRevision === undefined || listed.validRevision > token.revision)
  ) {
    return { kind: 'bad', why: 'revoked' };
  }
  return { kind: 'good', registrationId: token.registrationId };
}

async function isSigned(bytes: Uint8Array<ArrayBuffer>, key: TicketKey): Promise<boolean> {
  const publicKey = await crypto.subtle.importKey(
    'raw',
    fromHex(key.publicKey),
    { name: 'Ed25519' },
    false,
    ['verify'],
  );
  const said = new Uint8Array(CONTEXT.length + PAYLOAD);
  said.set(CONTEXT);
  said.set(bytes.subarray(0, PAYLOAD), CONTEXT.length);
  return crypto.subtle.verify({ name: 'Ed25519' }, publicKey, bytes.subarray(PAYLOAD), said);
}

/** RFC 4648, section 6, without padding; spare bits must be zero. */
function fromBase32(text: string): Uint8Array<ArrayBuffer> | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const letter of text) {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) {
      return undefined;
    }
    held = (held << 5) | value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (held >> bits) & 0xff;
      held &= (1 << bits) - 1;
    }
  }
  return held === 0 && bits < 5 ? bytes : undefined;
}

function fromHex(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
