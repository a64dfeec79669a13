import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { getEvent } from '../../api/events';
import { getOrganisation } from '../../api/identity';
import type { Question } from '../../api/forms';
import type { EventDetails } from '../../api/types';
import { useMessages, useText } from '../../i18n/language';
import { SelectField } from '../../ui/Field';
import { Icon } from '../../ui/Icon';
import { Empty, LoadFailed, Skeleton } from '../../ui/States';
import { useTitle } from '../../ui/useTitle';
import { TimeRange, VenueLine } from '../events/parts';
import { useForm } from '../registration/QuestionFields';
import { RequireSignIn } from '../session/RequireSignIn';
import { organisationsOf } from '../session/session';
import { NewList } from './NewList';
import { SentLists } from './SentLists';
import { delegationMessages } from './messages';
import { listQuestions } from './template';
import '../registration/registration.css';
import './delegation.css';

/** A school registers its people for an event from a list. */
export default function DelegationPage({ eventId }: { eventId: string }) {
  return (
    <RequireSignIn>
      {(person) => (
        <Loaded eventId={eventId} schools={organisationsOf(person, 'school-coordinator')} />
      )}
    </RequireSignIn>
  );
}

function Loaded({ eventId, schools }: { eventId: string; schools: readonly string[] }) {
  const t = useMessages(delegationMessages);
  useTitle(t.title);
  const event = useQuery({
    queryKey: ['event', eventId],
    queryFn: ({ signal }) => getEvent(eventId, signal),
  });
  const form = useForm(eventId);
  if (schools.length === 0) {
    return (
      <Empty title={t.notCoordinator}>
        <p>{t.notCoordinatorLead}</p>
      </Empty>
    );
  }
  if (event.isError || form.isError) {
    return (
      <LoadFailed
        error={event.error ?? form.error}
        retry={() => void Promise.all([event.refetch(), form.refetch()])}
      />
    );
  }
  if (event.isPending || form.isPending) {
    return (
      <div className="page page--narrow">
        <Skeleton lines={5} />
      </div>
    );
  }
  return <Delegations event={event.data} questions={form.data.questions} schools={schools} />;
}

function Delegations({
  event,
  questions: asked,
  schools,
}: {
  event: EventDetails;
  questions: readonly Question[];
  schools: readonly string[];
}) {
  const [school, setSchool] = useState(schools[0] ?? '');
  const questions = listQuestions(asked);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  return (
    <div className="page delegation stack stack--l">
      <Head event={event} />
      {schools.length > 1 && <SchoolChoice {...{ schools, school }} onChange={setSchool} />}
      <div className="delegation__body">
        {event.status !== 'cancelled' && (
          <NewList
            {...{ event, school, questions }}
            onSent={(id) => setOpened(new Set([...opened, id]))}
          />
        )}
        <SentLists
          eventId={event.eventId}
          types={event.ticketTypes}
          {...{ school, questions, opened }}
          onToggle={setOpened}
        />
      </div>
    </div>
  );
}

function SchoolChoice({
  schools,
  school,
  onChange,
}: {
  schools: readonly string[];
  school: string;
  onChange: (id: string) => void;
}) {
  const t = useMessages(delegationMessages);
  const text = useText();
  const named = useQuery({
    queryKey: ['organisations', 'schools', schools],
    queryFn: ({ signal }) => Promise.all(schools.map((id) => getOrganisation(id, signal))),
  });
  return (
    <SelectField label={t.school} name="organisationId" value={school} onChange={onChange}>
      {schools.map((id) => (
        <option key={id} value={id}>
          {text(named.data?.find((one) => one.id === id)?.name) || id}
        </option>
      ))}
    </SelectField>
  );
}

function Head({ event }: { event: EventDetails }) {
  const t = useMessages(delegationMessages);
  const text = useText();
  return (
    <header className="stack stack--s">
      <Link className="back" href={`/events/${event.eventId}`}>
        <Icon name="back" />
        {t.back(text(event.title))}
      </Link>
      <h1>{t.title}</h1>
      <p className="soft">
        <TimeRange from={event.startsAt} to={event.endsAt} />
        <br />
        <VenueLine venue={event.venue} />
      </p>
      <p>{t.lead}</p>
    </header>
  );
}
