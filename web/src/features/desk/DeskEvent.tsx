import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { OwnedKinds } from '../../api/owners';
import { cancelOwned, getOwned, publishOwned } from '../../api/owners';
import type { Competition, EventKind, Fair, Forum, SessionPerson, Text } from '../../api/types';
import { useMessages, useText } from '../../i18n/language';
import { Button, ButtonLink } from '../../ui/Button';
import { Confirm } from '../../ui/Dialog';
import { TextPairField } from '../../ui/Field';
import { Icon } from '../../ui/Icon';
import { LoadFailed, Skeleton } from '../../ui/States';
import { useToast } from '../../ui/Toasts';
import { useTitle } from '../../ui/useTitle';
import { KindTag, TimeRange } from '../events/parts';
import { deskPath } from '../session/session';
import { AdmissionDesk } from '../admission/AdmissionDesk';
import { EntranceDesk } from '../door/EntranceDesk';
import { FormDesk } from '../form/FormDesk';
import { AgendaDesk } from './AgendaDesk';
import { BoothDesk } from './BoothDesk';
import { EventEditor } from './EventEditor';
import { HeatDesk } from './HeatDesk';
import { PublicationTag } from './OverviewPage';
import { RegistrationsDesk } from './RegistrationsDesk';
import { bothSaid } from './reason';
import { deskMessages } from './messages';

type Answer = OwnedKinds[EventKind]['answer'];

interface DeskEventProps {
  kind: EventKind;
  id: string;
  tab: string;
  person: SessionPerson;
}

/** One event at the desk: its state, and a tab for each part of the work. */
export function DeskEvent({ kind, id, tab, person }: DeskEventProps) {
  const event = useQuery({
    queryKey: [kind, id],
    queryFn: ({ signal }): Promise<Answer> => getOwned(kind, id, signal),
  });
  if (event.isPending) {
    return (
      <div className="page">
        <Skeleton lines={6} />
      </div>
    );
  }
  if (event.isError) {
    return <LoadFailed error={event.error} retry={() => void event.refetch()} />;
  }
  return (
    <>
      <Head kind={kind} event={event.data} />
      <Tabs kind={kind} id={id} tab={tab} />
      <div className="page">
        <Part kind={kind} tab={tab} event={event.data} person={person} />
      </div>
    </>
  );
}

function Part({
  kind,
  tab,
  event,
  person,
}: {
  kind: EventKind;
  tab: string;
  event: Answer;
  person: SessionPerson;
}) {
  switch (tab) {
    case 'booths':
      return <BoothDesk fair={event as Fair} />;
    case 'heats':
      return <HeatDesk competition={event as Competition} />;
    case 'agenda':
      return <AgendaDesk forum={event as Forum} />;
    case 'admission':
      return <AdmissionDesk eventId={event.id} published={event.status !== 'draft'} />;
    case 'questions':
      return <FormDesk eventId={event.id} published={event.status !== 'draft'} />;
    case 'registrations':
      return <RegistrationsDesk eventId={event.id} />;
    case 'entrance':
      return <EntranceDesk eventId={event.id} published={event.status !== 'draft'} />;
    default:
      return <EventEditor kind={kind} existing={event} person={person} />;
  }
}

function Head({ kind, event }: { kind: EventKind; event: Answer }) {
  const t = useMessages(deskMessages);
  const text = useText();
  useTitle(text(event.title));
  return (
    <header className={`event-head kind--${kind}`}>
      <div className="event-head__inner">
        <Link href="/desk" className="back">
          <Icon name="back" />
          {t.title}
        </Link>
        <div className="row row--apart">
          <div>
            <div className="row">
              <KindTag kind={kind} />
              <PublicationTag status={event.status} />
            </div>
            <h1>{text(event.title)}</h1>
            <p className="soft">
              <TimeRange from={event.startsAt} to={event.endsAt} /> · {text(event.venue.name)}
            </p>
          </div>
          <LifeActions kind={kind} event={event} />
        </div>
      </div>
    </header>
  );
}

/** Publish while it is a draft; then its public page, the door, and calling it off. */
function LifeActions({ kind, event }: { kind: EventKind; event: Answer }) {
  const t = useMessages(deskMessages);
  const [asking, setAsking] = useState<'publish' | 'cancel'>();
  return (
    <div className="row">
      {event.status === 'draft' && (
        <Button look="primary" onClick={() => setAsking('publish')}>
          {t.publish}
        </Button>
      )}
      {event.status === 'published' && (
        <>
          <ButtonLink href={`/events/${event.id}`}>{t.seePublic}</ButtonLink>
          <ButtonLink icon="scan" href={`/desk/door/${event.id}`}>
            {t.door}
          </ButtonLink>
          <Button look="danger" onClick={() => setAsking('cancel')}>
            {t.cancel}
          </Button>
        </>
      )}
      {asking === 'publish' && (
        <Publish kind={kind} event={event} onClose={() => setAsking(undefined)} />
      )}
      {asking === 'cancel' && (
        <CallOff kind={kind} event={event} onClose={() => setAsking(undefined)} />
      )}
    </div>
  );
}

interface LifeStep {
  kind: EventKind;
  event: Answer;
  onClose: () => void;
}

function useLifeStep(
  { kind, event, onClose }: LifeStep,
  done: string,
  step: () => Promise<unknown>,
) {
  const toast = useToast();
  const client = useQueryClient();
  return useMutation({
    mutationFn: step,
    onSuccess: async () => {
      toast(done);
      onClose();
      await Promise.all([
        client.invalidateQueries({ queryKey: [kind, event.id] }),
        client.invalidateQueries({ queryKey: ['owned', kind] }),
        client.invalidateQueries({ queryKey: ['events'] }),
      ]);
    },
  });
}

function Publish(props: LifeStep) {
  const t = useMessages(deskMessages);
  const publish = useLifeStep(props, t.published, () =>
    publishOwned(props.kind, props.event.id, props.event.version),
  );
  return (
    <Confirm
      title={t.publishTitle}
      confirm={t.publish}
      busy={publish.isPending}
      error={publish.error}
      onConfirm={() => publish.mutate()}
      onClose={props.onClose}
    >
      <p>{t.publishLead}</p>
    </Confirm>
  );
}

function CallOff(props: LifeStep) {
  const t = useMessages(deskMessages);
  const [reason, setReason] = useState<Text>({ zh: '', en: '' });
  const cancel = useLifeStep(props, t.cancelledDone, () =>
    cancelOwned(props.kind, props.event.id, props.event.version, bothSaid(reason)),
  );
  return (
    <Confirm
      title={t.cancelTitle}
      confirm={t.cancel}
      danger
      busy={cancel.isPending}
      error={cancel.error}
      onConfirm={() => cancel.mutate()}
      onClose={props.onClose}
    >
      <p>{t.cancelLead}</p>
      <TextPairField
        label={t.cancelReason}
        name="reason"
        optional
        value={reason}
        onChange={setReason}
      />
    </Confirm>
  );
}

const TABS = {
  fair: ['details', 'booths', 'admission', 'questions', 'registrations', 'entrance'],
  competition: ['details', 'heats', 'admission', 'questions', 'registrations', 'entrance'],
  forum: ['details', 'agenda', 'admission', 'questions', 'registrations', 'entrance'],
} as const;

/** Whether such an event has that part; a path without one means its details. */
export function isTab(kind: EventKind, tab: string | undefined): boolean {
  return tab === undefined || TABS[kind].some((name) => name === tab);
}

/** Brings the tab that is shown to the middle of a row that is too narrow for all. */
function showCurrent(row: HTMLElement | null): void {
  const current = row?.querySelector('[aria-current]');
  if (row === null || !(current instanceof HTMLElement)) {
    return;
  }
  const from = current.getBoundingClientRect().left - row.getBoundingClientRect().left;
  row.scrollLeft += from - (row.clientWidth - current.offsetWidth) / 2;
}

function Tabs({ kind, id, tab }: { kind: EventKind; id: string; tab: string }) {
  const t = useMessages(deskMessages);
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => showCurrent(row.current), [tab]);
  return (
    <nav className="desk-tabs" aria-label={t.tabsLabel}>
      <div ref={row} className="desk-tabs__inner scroller">
        {TABS[kind].map((name) => (
          <Link
            key={name}
            href={name === 'details' ? deskPath(kind, id) : `${deskPath(kind, id)}/${name}`}
            aria-current={name === tab ? 'page' : undefined}
          >
            {t.tabs[name]}
          </Link>
        ))}
      </div>
    </nav>
  );
}
