import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { getAgenda } from '../../api/agenda';
import type { AgendaItem } from '../../api/agendaTypes';
import { useLanguage, useMessages, useText } from '../../i18n/language';
import { formatClock, formatDay, formatRange } from '../../time/format';
import { sameDay } from '../../time/zone';
import { Button, ButtonLink } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { Empty, LoadFailed, Skeleton } from '../../ui/States';
import { useTitle } from '../../ui/useTitle';
import { GiveBack } from '../interviews/GiveBack';
import { interviewMessages } from '../interviews/messages';
import { RequireSignIn } from '../session/RequireSignIn';
import { ClashNote } from './ClashNote';
import { FeedCard } from './FeedCard';
import { byTime } from './clashes';
import { agendaMessages } from './messages';
import './agenda.css';

/** All that a person has before them, in order of time. */
export default function AgendaPage() {
  return <RequireSignIn>{() => <Agenda />}</RequireSignIn>;
}

function Agenda() {
  const t = useMessages(agendaMessages);
  useTitle(t.title);
  const agenda = useQuery({
    queryKey: ['agenda'],
    queryFn: ({ signal }) => getAgenda(signal),
  });
  return (
    <div className="page page--reading stack">
      <Link href="/tickets" className="back">
        <Icon name="back" />
        {t.tickets}
      </Link>
      <div className="stack stack--s">
        <h1>{t.title}</h1>
        <p className="soft">{t.lead}</p>
      </div>
      {agenda.isPending && <Skeleton lines={5} />}
      {agenda.isError && <LoadFailed error={agenda.error} retry={() => void agenda.refetch()} />}
      {agenda.isSuccess &&
        (agenda.data.items.length === 0 ? <Nothing /> : <Days items={agenda.data.items} />)}
      {agenda.isSuccess && <FeedCard />}
    </div>
  );
}

function Nothing() {
  const t = useMessages(agendaMessages);
  return (
    <Empty title={t.none}>
      <p>{t.noneLead}</p>
      <ButtonLink look="primary" href="/">
        {t.browse}
      </ButtonLink>
    </Empty>
  );
}

function Days({ items }: { items: readonly AgendaItem[] }) {
  const { language } = useLanguage();
  const sorted = items.toSorted(byTime);
  const days = [...new Set(sorted.map((item) => formatDay(item.startsAt, language)))];
  return days.map((day) => (
    <section key={day} className="day">
      <h2 className="day__name">{day}</h2>
      <ol className="day__items">
        {sorted
          .filter((item) => formatDay(item.startsAt, language) === day)
          .map((item) => (
            <Item key={`${item.kind} ${item.id}`} item={item} all={items} />
          ))}
      </ol>
    </section>
  ));
}

function Item({ item, all }: { item: AgendaItem; all: readonly AgendaItem[] }) {
  const t = useMessages(agendaMessages);
  const text = useText();
  const { language } = useLanguage();
  const clashing = all.filter((other) => item.clashes.includes(other.id));
  return (
    <li className={`day__item day__item--${item.kind}`}>
      <time className="day__time num" dateTime={item.startsAt}>
        {sameDay(item.startsAt, item.endsAt)
          ? `${formatClock(item.startsAt)}–${formatClock(item.endsAt)}`
          : formatRange(item.startsAt, item.endsAt, language)}
      </time>
      <div className="day__main">
        {item.kind !== 'interview' && <p className="day__kind">{t.kinds[item.kind]}</p>}
        <h3>
          <Link href={linkTo(item)}>{text(item.title)}</Link>
        </h3>
        <Facts item={item} />
        {item.kind === 'interview' && <OwnInterview item={item} />}
        {clashing.map((other) => (
          <ClashNote key={other.id} of={item} with={other} />
        ))}
      </div>
    </li>
  );
}

/** What one can do about an interview until it begins. */
function OwnInterview({ item }: { item: AgendaItem }) {
  const t = useMessages(interviewMessages);
  const [asking, setAsking] = useState(false);
  return Date.parse(item.startsAt) <= Date.now() ? null : (
    <div className="day__act">
      <Button onClick={() => setAsking(true)}>{t.giveBack}</Button>
      {asking && (
        <GiveBack fairId={item.eventId} slotId={item.id} onClose={() => setAsking(false)} />
      )}
    </div>
  );
}

function Facts({ item }: { item: AgendaItem }) {
  const t = useMessages(agendaMessages);
  const text = useText();
  const venue = text(item.venue.name);
  const { session } = item;
  const placeOf = (place: string) =>
    item.kind === 'interview' ? t.booth(...boothAndTable(place)) : t.workstation(place);
  const where =
    session === undefined
      ? [venue, item.place === undefined ? '' : placeOf(item.place)]
      : [text(session.room), venue];
  return (
    <>
      <p className="day__fact">
        <Icon name="pin" />
        <span>{where.filter((part) => part !== '').join(' · ')}</span>
      </p>
      {session !== undefined && session.speakers.length > 0 && (
        <p className="day__fact">
          <Icon name="user" />
          <span>{session.speakers.map(text).join(' · ')}</span>
        </p>
      )}
      {session !== undefined && <p className="soft small">{t.at(text(session.eventTitle))}</p>}
    </>
  );
}

/** Both parts of an interview's place, `A02 #1`. */
function boothAndTable(place: string): [string, string] {
  const [booth = '', table = ''] = place.split(' #');
  return [booth, table];
}

function linkTo(item: AgendaItem): string {
  switch (item.kind) {
    case 'registration':
      return `/tickets/${item.id}`;
    case 'session':
      return item.session === undefined
        ? `/events/${item.eventId}`
        : `/tickets/${item.session.registrationId}`;
    case 'heat':
    case 'interview':
      return `/events/${item.eventId}`;
  }
}
