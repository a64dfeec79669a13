import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { deleteSession, listSessions, publishOwned } from '../../api/owners';
import type { Forum, ForumSession } from '../../api/types';
import { useLanguage, useMessages, useText } from '../../i18n/language';
import { formatClock, formatDay } from '../../time/format';
import { Button } from '../../ui/Button';
import { Confirm } from '../../ui/Dialog';
import { Empty, LoadFailed, ProblemNote, Skeleton } from '../../ui/States';
import { useToast } from '../../ui/Toasts';
import { SpeakerList } from '../events/SpeakerList';
import { SessionDialog } from './SessionDialog';
import { workMessages } from './workMessages';

/** A forum's sessions in order of time, to add, change and delete. */
export function AgendaDesk({ forum }: { forum: Forum }) {
  const t = useMessages(workMessages);
  const { language } = useLanguage();
  const [editing, setEditing] = useState<ForumSession | 'new'>();
  const sessions = useQuery({
    queryKey: ['sessions', forum.id],
    queryFn: ({ signal }) => listSessions(forum.id, signal),
  });
  if (sessions.isPending) {
    return <Skeleton lines={6} />;
  }
  if (sessions.isError) {
    return <LoadFailed error={sessions.error} retry={() => void sessions.refetch()} />;
  }
  const sorted = sessions.data.items.toSorted(
    (a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt),
  );
  const days = [...new Set(sorted.map(({ startsAt }) => formatDay(startsAt, language)))];
  return (
    <section aria-labelledby="agenda">
      <div className="section-head">
        <h2 id="agenda">{t.agenda}</h2>
        <Button look="primary" icon="plus" onClick={() => setEditing('new')}>
          {t.addSession}
        </Button>
      </div>
      {forum.status === 'published' && forum.unreleasedChanges === true && (
        <Release forum={forum} />
      )}
      {sorted.length === 0 && (
        <Empty title={t.noSessions}>
          <p>{t.noSessionsLead}</p>
        </Empty>
      )}
      {days.map((day) => (
        <div key={day}>
          <h3 className="agenda__day">{day}</h3>
          <ol>
            {sorted
              .filter(({ startsAt }) => formatDay(startsAt, language) === day)
              .map((session) => (
                <SessionRow
                  key={session.id}
                  forum={forum}
                  session={session}
                  onEdit={() => setEditing(session)}
                />
              ))}
          </ol>
        </div>
      ))}
      {editing !== undefined && (
        <SessionDialog
          forum={forum}
          session={editing === 'new' ? undefined : editing}
          previous={sorted.at(-1)}
          onClose={() => setEditing(undefined)}
        />
      )}
    </section>
  );
}

/** A published agenda is changed in a draft: this puts the draft in its place and tells the people. */
function Release({ forum }: { forum: Forum }) {
  const t = useMessages(workMessages);
  const toast = useToast();
  const client = useQueryClient();
  const release = useMutation({
    mutationFn: () => publishOwned('forum', forum.id, forum.version),
    onSuccess: async () => {
      toast(t.released);
      await client.invalidateQueries({ queryKey: ['forum', forum.id] });
    },
  });
  return (
    <div className="note note--warn">
      <div className="stack stack--s">
        <p>{t.unreleased}</p>
        <div>
          <Button look="primary" busy={release.isPending} onClick={() => release.mutate()}>
            {t.release}
          </Button>
        </div>
        <ProblemNote error={release.error} />
      </div>
    </div>
  );
}

function SessionRow({
  forum,
  session,
  onEdit,
}: {
  forum: Forum;
  session: ForumSession;
  onEdit: () => void;
}) {
  const t = useMessages(workMessages);
  const text = useText();
  const [asking, setAsking] = useState(false);
  return (
    <li className="agenda__session">
      <time className="agenda__time num" dateTime={session.startsAt}>
        {formatClock(session.startsAt)}–{formatClock(session.endsAt)}
      </time>
      <div className="row row--apart">
        <div>
          <h4>{text(session.title)}</h4>
          <p className="soft small">
            {text(forum.rooms.find(({ id }) => id === session.roomId)?.name)}
          </p>
          <SpeakerList speakers={session.speakers} />
        </div>
        <div className="row">
          <Button icon="edit" onClick={onEdit}>
            {t.edit}
          </Button>
          <Button look="danger" onClick={() => setAsking(true)}>
            {t.deleteSession}
          </Button>
        </div>
      </div>
      {asking && <DeleteSession forum={forum} session={session} onClose={() => setAsking(false)} />}
    </li>
  );
}

function DeleteSession({
  forum,
  session,
  onClose,
}: {
  forum: Forum;
  session: ForumSession;
  onClose: () => void;
}) {
  const t = useMessages(workMessages);
  const toast = useToast();
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => deleteSession(forum.id, session.id, forum.version),
    onSuccess: async () => {
      toast(t.sessionDeleted);
      onClose();
      await Promise.all([
        client.invalidateQueries({ queryKey: ['sessions', forum.id] }),
        client.invalidateQueries({ queryKey: ['forum', forum.id] }),
      ]);
    },
  });
  return (
    <Confirm
      title={t.deleteSessionTitle}
      confirm={t.deleteSession}
      danger
      busy={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      <p>{t.deleteSessionLead}</p>
    </Confirm>
  );
}
