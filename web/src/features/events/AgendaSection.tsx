import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { getOwned, listSessions } from '../../api/owners';
import type { EventDetails, ForumSession, Room } from '../../api/types';
import { useLanguage, useMessages, useText } from '../../i18n/language';
import { formatClock, formatDay } from '../../time/format';
import { Segmented } from '../../ui/Segmented';
import { Skeleton } from '../../ui/States';
import { PartFailed } from './PartFailed';
import { SpeakerList } from './SpeakerList';
import { eventMessages } from './messages';

/** A forum's agenda by day and time, for all rooms or one. */
export function AgendaSection({ event }: { event: EventDetails }) {
  const t = useMessages(eventMessages);
  const forum = useQuery({
    queryKey: ['forum', event.eventId],
    queryFn: ({ signal }) => getOwned('forum', event.eventId, signal),
  });
  const sessions = useQuery({
    queryKey: ['sessions', event.eventId],
    queryFn: ({ signal }) => listSessions(event.eventId, signal),
  });
  if (forum.isError || sessions.isError) {
    return <PartFailed title={t.agenda} />;
  }
  if (forum.isPending || sessions.isPending) {
    return <Skeleton lines={5} />;
  }
  return <Agenda rooms={forum.data.rooms} sessions={sessions.data.items} />;
}

function Agenda({
  rooms,
  sessions,
}: {
  rooms: readonly Room[];
  sessions: readonly ForumSession[];
}) {
  const t = useMessages(eventMessages);
  const text = useText();
  const { language } = useLanguage();
  const [roomId, setRoomId] = useState('');
  const shown = sessions
    .filter((session) => roomId === '' || session.roomId === roomId)
    .toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
  const days = [...new Set(shown.map((session) => formatDay(session.startsAt, language)))];
  return (
    <section aria-labelledby="agenda">
      <div className="section-head">
        <h2 id="agenda">{t.agenda}</h2>
        {rooms.length > 1 && sessions.length > 0 && (
          <Segmented
            label={t.room}
            choices={[
              { value: '', label: t.allRooms },
              ...rooms.map((room) => ({ value: room.id ?? '', label: text(room.name) })),
            ]}
            value={roomId}
            onChange={setRoomId}
          />
        )}
      </div>
      {shown.length === 0 && <p className="soft">{t.noAgenda}</p>}
      {days.map((day) => (
        <div key={day}>
          <h3 className="agenda__day">{day}</h3>
          <ol>
            {shown
              .filter((session) => formatDay(session.startsAt, language) === day)
              .map((session) => (
                <Session
                  key={session.id}
                  session={session}
                  room={rooms.find((room) => room.id === session.roomId)}
                />
              ))}
          </ol>
        </div>
      ))}
    </section>
  );
}

function Session({ session, room }: { session: ForumSession; room: Room | undefined }) {
  const text = useText();
  return (
    <li className="agenda__session">
      <time className="agenda__time num" dateTime={session.startsAt}>
        {formatClock(session.startsAt)}–{formatClock(session.endsAt)}
      </time>
      <div>
        <h4>{text(session.title)}</h4>
        <p className="soft small">{text(room?.name)}</p>
        {session.abstract !== undefined && <p className="small">{text(session.abstract)}</p>}
        <SpeakerList speakers={session.speakers} />
      </div>
    </li>
  );
}
