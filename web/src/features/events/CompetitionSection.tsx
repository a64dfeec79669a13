import { useQuery } from '@tanstack/react-query';
import { getOwned, listHeats } from '../../api/owners';
import type { Competition, EventDetails, Heat } from '../../api/types';
import { useLanguage, useMessages, useText } from '../../i18n/language';
import { formatDuration, formatMoment } from '../../time/format';
import { Skeleton } from '../../ui/States';
import { PartFailed } from './PartFailed';
import { eventMessages } from './messages';

/** A competition's skill, rules and heats. */
export function CompetitionSection({ event }: { event: EventDetails }) {
  const t = useMessages(eventMessages);
  const competition = useQuery({
    queryKey: ['competition', event.eventId],
    queryFn: ({ signal }) => getOwned('competition', event.eventId, signal),
  });
  const heats = useQuery({
    queryKey: ['heats', event.eventId],
    queryFn: ({ signal }) => listHeats(event.eventId, signal),
    retry: false,
  });
  if (competition.isError) {
    return <PartFailed title={t.rules} />;
  }
  if (competition.isPending) {
    return <Skeleton lines={5} />;
  }
  return (
    <>
      <Rules competition={competition.data} />
      {heats.data !== undefined && <Heats heats={heats.data.items} />}
    </>
  );
}

function Rules({ competition }: { competition: Competition }) {
  const t = useMessages(eventMessages);
  const text = useText();
  const { entry } = competition;
  const facts = [
    [t.skill, text(competition.skill)],
    [
      t.entryForm,
      entry.kind === 'person'
        ? t.entryPerson
        : t.team(entry.minMembers ?? 1, entry.maxMembers ?? entry.minMembers ?? 1),
    ],
    [t.capacity, t.entries(competition.capacity)],
    [t.workstations, t.entries(competition.workstations.length)],
  ] as const;
  return (
    <section className="stack" aria-labelledby="rules">
      <dl className="fact-row">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h2 id="rules">{t.rules}</h2>
      <p className="prose">{text(competition.rules)}</p>
    </section>
  );
}

function Heats({ heats }: { heats: readonly Heat[] }) {
  const t = useMessages(eventMessages);
  const { language } = useLanguage();
  const sorted = heats.toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
  return (
    <section className="stack" aria-labelledby="heats">
      <h2 id="heats">{t.heats}</h2>
      {sorted.length === 0 ? (
        <p className="soft">{t.noHeats}</p>
      ) : (
        <ol className="line-list">
          {sorted.map((heat, index) => (
            <li key={heat.id}>
              <strong>{t.heat(index + 1)}</strong>
              <time dateTime={heat.startsAt}>{formatMoment(heat.startsAt, language)}</time>
              <span className="soft">{formatDuration(heat.durationMinutes, language)}</span>
              <span className="soft">{t.stations(heat.assignments.length)}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
