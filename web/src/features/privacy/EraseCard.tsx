import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { listMyRegistrations } from '../../api/events';
import type { PrivacyRequest } from '../../api/privacy';
import { askOfOwnData } from '../../api/privacy';
import type { Registration, RegistrationStatus, SessionPerson } from '../../api/types';
import { useMessages, useText } from '../../i18n/language';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { TextField } from '../../ui/Field';
import { Icon } from '../../ui/Icon';
import { ProblemNote } from '../../ui/States';
import { uiMessages } from '../../ui/messages';
import { privacyMessages } from './messages';

interface EraseProps {
  person: SessionPerson;
  onAsked: (request: PrivacyRequest) => void;
}

/** Being forgotten: what goes, what stays, and the way to it. */
export function EraseCard({ person, onAsked }: EraseProps) {
  const t = useMessages(privacyMessages);
  const [asking, setAsking] = useState(false);
  return (
    <section className="card stack" aria-labelledby="erase">
      <h2 id="erase">{t.eraseTitle}</h2>
      <p className="soft">{t.eraseLead}</p>
      <div className="fates">
        <Fate title={t.goesTitle} items={Object.values(t.goes)} />
        <Fate title={t.staysTitle} items={Object.values(t.stays)} />
      </div>
      <p className="small soft">
        {t.newAccount} {t.copyFirst}
      </p>
      <Upcoming />
      {person.grants.length > 0 && (
        <p className="note note--warn">
          <Icon name="alert" />
          {t.roles}
        </p>
      )}
      <div>
        <Button look="danger" icon="trash" onClick={() => setAsking(true)}>
          {t.erase}
        </Button>
      </div>
      {asking && <ConfirmErasing onAsked={onAsked} onClose={() => setAsking(false)} />}
    </section>
  );
}

function Fate({ title, items }: { title: string; items: readonly string[] }) {
  return (
    <div className="fate">
      <h3>{title}</h3>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  );
}

const OPEN: ReadonlySet<RegistrationStatus> = new Set([
  'confirmed',
  'requested',
  'waiting',
  'offered',
]);

/** Page by page, since what is to come may stand on any of them. */
async function listAllMine(signal: AbortSignal): Promise<Registration[]> {
  const all: Registration[] = [];
  let cursor: string | undefined;
  do {
    const page = await listMyRegistrations(cursor, signal);
    all.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return all;
}

/** What the person still has to come, which erasing gives back. */
function Upcoming() {
  const t = useMessages(privacyMessages);
  const text = useText();
  const mine = useQuery({
    queryKey: ['registrations', 'all'],
    queryFn: ({ signal }) => listAllMine(signal),
  });
  const now = mine.dataUpdatedAt;
  const open = (mine.data ?? []).filter(
    ({ status, startsAt }) => OPEN.has(status) && Date.parse(startsAt) > now,
  );
  if (open.length === 0) {
    return null;
  }
  return (
    <div className="note note--warn">
      <Icon name="ticket" />
      <div>
        <p>{t.upcoming}</p>
        <ul>
          {open.map(({ id, eventTitle }) => (
            <li key={id}>
              <Link href={`/tickets/${id}`}>{text(eventTitle)}</Link>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** Nobody erases by a slip: a word has to be typed first. */
function ConfirmErasing({
  onAsked,
  onClose,
}: Pick<EraseProps, 'onAsked'> & { onClose: () => void }) {
  const t = useMessages(privacyMessages);
  const { cancel } = useMessages(uiMessages);
  const [word, setWord] = useState('');
  const meant = word.trim().toLowerCase() === t.confirmWord;
  const ask = useMutation({ mutationFn: () => askOfOwnData('erasure'), onSuccess: onAsked });
  return (
    <Dialog title={t.confirmTitle} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (meant && !ask.isPending) {
            ask.mutate();
          }
        }}
      >
        <p>{t.confirmLead}</p>
        <TextField
          label={t.confirmLabel(t.confirmWord)}
          name="confirmation"
          autoComplete="off"
          autoCapitalize="none"
          value={word}
          onChange={setWord}
        />
        <ProblemNote error={ask.error} />
        <div className="dialog__actions">
          <Button onClick={onClose}>{cancel}</Button>
          <Button type="submit" look="danger" disabled={!meant} busy={ask.isPending}>
            {t.confirmAct}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
