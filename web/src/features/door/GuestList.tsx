import { useState } from 'react';
import type { Direction, Guest } from '../../api/door';
import { listGuests } from '../../api/door';
import { useMessages, useText } from '../../i18n/language';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/Field';
import { LoadMore } from '../../ui/LoadMore';
import { LoadFailed, Skeleton } from '../../ui/States';
import { useDebounced } from '../../ui/useDebounced';
import { usePages } from '../../ui/usePages';
import { doorMessages } from './messages';

const TYPING_MS = 300;

/** Who may come in: found by the end of the phone number and the name. */
export function GuestList({
  eventId,
  direction,
  busy,
  onPass,
}: {
  eventId: string;
  direction: Direction;
  busy: boolean;
  onPass: (registrationId: string) => void;
}) {
  const t = useMessages(doorMessages);
  const [digits, setDigits] = useState('');
  const [typed, setTyped] = useState('');
  const name = useDebounced(typed.trim(), TYPING_MS);
  const lastFour = digits.length === 4 ? digits : '';
  const pages = usePages(['guests', eventId, lastFour, name], (cursor, signal) =>
    listGuests(eventId, lastFour, name, cursor, signal),
  );
  return (
    <section className="stack" aria-label={t.list}>
      <div className="door__search">
        <TextField
          label={t.lastFour}
          name="lastFour"
          optional
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
          problem={digits.length > 0 && digits.length < 4 ? t.lastFourProblem : undefined}
          value={digits}
          onChange={(value) => setDigits(value.replace(/\D/g, ''))}
        />
        <TextField
          label={t.name}
          name="name"
          optional
          autoComplete="off"
          maxLength={100}
          value={typed}
          onChange={setTyped}
        />
      </div>
      {pages.isPending && <Skeleton lines={4} />}
      {pages.isError && <LoadFailed error={pages.error} retry={() => void pages.refetch()} />}
      {pages.isSuccess && pages.items.length === 0 && <p className="soft">{t.nobody}</p>}
      {pages.items.length > 0 && (
        <ul className="door__guests">
          {pages.items.map((guest) => (
            <Row key={guest.registrationId} {...{ guest, direction, busy, onPass }} />
          ))}
        </ul>
      )}
      <LoadMore pages={pages} />
    </section>
  );
}

function Row({
  guest,
  direction,
  busy,
  onPass,
}: {
  guest: Guest;
  direction: Direction;
  busy: boolean;
  onPass: (registrationId: string) => void;
}) {
  const t = useMessages(doorMessages);
  const text = useText();
  const isIn = guest.inside.length > 0;
  const state = guest.status === 'confirmed' ? t.notYet : isIn ? t.isIn : t.isOut;
  const label = direction === 'in' ? t.letIn(guest.name) : t.letOut(guest.name);
  return (
    <li>
      <div>
        <strong>
          {guest.teamName === undefined ? guest.name : `${guest.teamName} · ${guest.name}`}
        </strong>
        <p className="soft small num">
          {[
            guest.lastFour === undefined ? '' : t.phoneEnds(guest.lastFour),
            text(guest.ticketType.name),
            guest.ticketNumber,
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </p>
      </div>
      <span className={isIn ? 'tag tag--good' : 'tag'}>{state}</span>
      <Button
        look={direction === 'in' && !isIn ? 'primary' : 'plain'}
        disabled={busy}
        aria-label={label}
        onClick={() => onPass(guest.registrationId)}
      >
        {t.directions[direction]}
      </Button>
    </li>
  );
}
