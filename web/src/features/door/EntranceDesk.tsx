import { useQuery } from '@tanstack/react-query';
import { getEntrance } from '../../api/door';
import { getEvent } from '../../api/events';
import { useMessages } from '../../i18n/language';
import { LoadFailed, Skeleton } from '../../ui/States';
import { EntranceEditor } from './EntranceEditor';
import { LiveBoard } from './LiveBoard';
import { OddCases } from './OddCases';
import { entranceMessages } from './entranceMessages';
import './door.css';

/** The organiser's view of the doors: who is in, what is odd, and which doors there are. */
export function EntranceDesk({ eventId, published }: { eventId: string; published: boolean }) {
  const t = useMessages(entranceMessages);
  return published ? <Parts eventId={eventId} /> : <p className="note">{t.publishFirst}</p>;
}

function Parts({ eventId }: { eventId: string }) {
  const entrance = useQuery({
    queryKey: ['entrance', eventId],
    queryFn: ({ signal }) => getEntrance(eventId, signal),
  });
  const event = useQuery({
    queryKey: ['event', eventId],
    queryFn: ({ signal }) => getEvent(eventId, signal),
  });
  if (entrance.isPending || event.isPending) {
    return <Skeleton lines={6} />;
  }
  if (entrance.isError || event.isError) {
    const retry = () => void Promise.all([entrance.refetch(), event.refetch()]);
    return <LoadFailed error={entrance.error ?? event.error} retry={retry} />;
  }
  return (
    <div className="stack stack--l">
      <LiveBoard eventId={eventId} />
      <OddCases eventId={eventId} file />
      <EntranceEditor
        key={entrance.data.version}
        eventId={eventId}
        entrance={entrance.data}
        ticketTypes={event.data.ticketTypes}
      />
    </div>
  );
}
