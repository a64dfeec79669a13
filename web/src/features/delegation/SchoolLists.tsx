import { useState } from 'react';
import type { EventDetails } from '../../api/types';
import { LoadFailed, Skeleton } from '../../ui/States';
import { useForm } from '../registration/QuestionFields';
import { SentLists } from './SentLists';
import { listQuestions } from './template';
import '../registration/registration.css';
import './delegation.css';

/** All schools' lists for an event, for its organiser. */
export function SchoolLists({ event }: { event: EventDetails }) {
  const form = useForm(event.eventId);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  if (form.isPending) {
    return <Skeleton lines={3} />;
  }
  if (form.isError) {
    return <LoadFailed error={form.error} retry={() => void form.refetch()} />;
  }
  return (
    <SentLists
      eventId={event.eventId}
      school={undefined}
      types={event.ticketTypes}
      questions={listQuestions(form.data.questions)}
      opened={opened}
      onToggle={setOpened}
    />
  );
}
