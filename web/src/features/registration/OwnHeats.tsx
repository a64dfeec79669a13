import { useQuery } from '@tanstack/react-query';
import { listMyHeats } from '../../api/owners';
import type { Heat } from '../../api/types';
import { useLanguage, useMessages } from '../../i18n/language';
import { formatDuration, formatMoment } from '../../time/format';
import { LoadFailed, Skeleton } from '../../ui/States';
import { registrationMessages } from './messages';

/** When and at which workstation the person competes in one competition. */
export function OwnHeats({ competitionId }: { competitionId: string }) {
  const t = useMessages(registrationMessages);
  const heats = useQuery({
    queryKey: ['heats', 'mine'],
    queryFn: ({ signal }) => listMyHeats(signal),
  });
  const own = (heats.data?.items ?? [])
    .filter((one) => one.competitionId === competitionId)
    .map(({ heat }) => heat)
    .toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
  return (
    <section className="card stack" aria-labelledby="own-heats">
      <h2 id="own-heats">{t.ownHeats}</h2>
      {heats.isPending && <Skeleton lines={2} />}
      {heats.isError && <LoadFailed error={heats.error} retry={() => void heats.refetch()} />}
      {heats.isSuccess && own.length === 0 && <p className="soft">{t.noOwnHeats}</p>}
      {own.length > 0 && (
        <ul className="own-heats">
          {own.map((heat) => (
            <OwnHeat key={heat.id} heat={heat} />
          ))}
        </ul>
      )}
    </section>
  );
}

function OwnHeat({ heat }: { heat: Heat }) {
  const t = useMessages(registrationMessages);
  const { language } = useLanguage();
  return (
    <li>
      <span>
        <time dateTime={heat.startsAt}>
          <strong>{formatMoment(heat.startsAt, language)}</strong>
        </time>{' '}
        <span className="soft">{formatDuration(heat.durationMinutes, language)}</span>
      </span>
      <span className="own-heats__stations">
        {t.workstation} <b>{heat.assignments.map(({ workstation }) => workstation).join(' ')}</b>
      </span>
    </li>
  );
}
