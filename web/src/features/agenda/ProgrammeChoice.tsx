import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { chooseSession, getProgramme } from '../../api/agenda';
import type { Programme, ProgrammeSession } from '../../api/agendaTypes';
import { useLanguage, useMessages, useText } from '../../i18n/language';
import { formatClock, formatDay } from '../../time/format';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { LoadFailed, ProblemNote, Skeleton } from '../../ui/States';
import { ClashNote } from './ClashNote';
import { agendaMessages } from './messages';
import './agenda.css';

/** The programme of a forum, to choose from; nothing where no programme is known. */
export function ProgrammeChoice({ registrationId }: { registrationId: string }) {
  const programme = useQuery({
    queryKey: ['programme', registrationId],
    queryFn: ({ signal }) => getProgramme(registrationId, signal),
  });
  if (programme.isError) {
    return <LoadFailed error={programme.error} retry={() => void programme.refetch()} />;
  }
  if (programme.isPending) {
    return <Skeleton lines={4} />;
  }
  return programme.data.sessions.length === 0 ? null : (
    <Choice registrationId={registrationId} programme={programme.data} />
  );
}

interface Wish {
  session: ProgrammeSession;
  wanted: boolean;
}

function Choice({ registrationId, programme }: { registrationId: string; programme: Programme }) {
  const t = useMessages(agendaMessages);
  const { language } = useLanguage();
  const client = useQueryClient();
  const key = ['programme', registrationId];
  const choose = useMutation({
    mutationFn: ({ session, wanted }: Wish) =>
      chooseSession(registrationId, programme, session.id, wanted),
    onSuccess: async (after) => {
      client.setQueryData(key, after);
      await client.invalidateQueries({ queryKey: ['agenda'] });
    },
    onError: () => client.invalidateQueries({ queryKey: key }),
  });
  const chosen = programme.sessions.filter((session) => session.chosen).length;
  const days = [...new Set(programme.sessions.map((one) => formatDay(one.startsAt, language)))];
  return (
    <section className="card stack" aria-labelledby="programme">
      <div className="row row--apart">
        <h2 id="programme">{t.programme}</h2>
        <span className="soft small" role="status">
          {t.chosenCount(chosen)}
        </span>
      </div>
      <p className="soft small">
        {t.programmeLead} {programme.onClash === 'refuse' && t.refusing}
      </p>
      {days.map((day) => (
        <div key={day}>
          <h3 className="programme__day">{day}</h3>
          <ol className="programme">
            {programme.sessions
              .filter((session) => formatDay(session.startsAt, language) === day)
              .map((session) => (
                <Row
                  key={session.id}
                  session={session}
                  programme={programme}
                  busy={choose.isPending && choose.variables.session.id === session.id}
                  error={choose.variables?.session.id === session.id ? choose.error : null}
                  still={choose.isPending}
                  onChoose={(wanted) => choose.mutate({ session, wanted })}
                />
              ))}
          </ol>
        </div>
      ))}
      <Link href="/agenda" className="more">
        {t.toAgenda}
        <Icon name="arrow" />
      </Link>
    </section>
  );
}

interface RowProps {
  session: ProgrammeSession;
  programme: Programme;
  busy: boolean;
  still: boolean;
  error: unknown;
  onChoose: (wanted: boolean) => void;
}

function Row({ session, programme, busy, still, error, onChoose }: RowProps) {
  const t = useMessages(agendaMessages);
  const text = useText();
  const { chosen, clashes } = session;
  const over = Date.parse(session.endsAt) <= Date.now();
  const barred = !chosen && (over || (programme.onClash === 'refuse' && clashes.length > 0));
  const title = text(session.title);
  return (
    <li className={chosen ? 'programme__session programme__session--chosen' : 'programme__session'}>
      <time className="programme__time num" dateTime={session.startsAt}>
        {formatClock(session.startsAt)}–{formatClock(session.endsAt)}
      </time>
      <div className="programme__main">
        <h4>{title}</h4>
        <p className="soft small">
          {[text(session.room), session.speakers.map(text).join(' · ')]
            .filter((part) => part !== '')
            .join('　')}
        </p>
        {clashes.map((clash) => (
          <ClashNote key={clash.id} of={session} with={clash} />
        ))}
        <ProblemNote error={error} />
      </div>
      {programme.open && (
        <Button
          look={chosen ? 'primary' : 'plain'}
          icon={chosen ? 'check' : 'plus'}
          aria-pressed={chosen}
          aria-label={chosen ? t.chosenNamed(title) : t.chooseNamed(title)}
          busy={busy}
          disabled={still || barred}
          onClick={() => onChoose(!chosen)}
        >
          {over && !chosen ? t.over : chosen ? t.chosen : t.choose}
        </Button>
      )}
    </li>
  );
}
