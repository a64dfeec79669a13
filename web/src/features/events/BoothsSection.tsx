import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { itemsOf } from '../../api/operations';
import { getOwned, listBooths } from '../../api/owners';
import type { Booth, EventDetails, Hall } from '../../api/types';
import { useMessages, useText } from '../../i18n/language';
import { BoothGrid } from '../../ui/BoothGrid';
import { ButtonLink } from '../../ui/Button';
import { PartFailed } from './PartFailed';
import { Skeleton } from '../../ui/States';
import { eventMessages } from './messages';

/** The halls of a fair with who stands where. */
export function BoothsSection({ event }: { event: EventDetails }) {
  const t = useMessages(eventMessages);
  const fair = useQuery({
    queryKey: ['fair', event.eventId],
    queryFn: ({ signal }) => getOwned('fair', event.eventId, signal),
  });
  const booths = useQuery({
    queryKey: ['booths', event.eventId],
    queryFn: async ({ signal }) => itemsOf(await listBooths(event.eventId, signal)),
  });
  if (fair.isError || booths.isError) {
    return <PartFailed title={t.halls} />;
  }
  if (fair.isPending || booths.isPending) {
    return <Skeleton lines={4} />;
  }
  const taken = booths.data.filter(({ exhibitor }) => exhibitor !== undefined);
  return (
    <section aria-labelledby="halls">
      <div className="section-head">
        <div>
          <h2 id="halls">{t.halls}</h2>
          <p>{t.hallsLead(taken.length, booths.data.length)}</p>
        </div>
        {event.status !== 'cancelled' && Date.parse(event.endsAt) > Date.now() && (
          <ButtonLink icon="desk" href={`/events/${event.eventId}/booth`}>
            {t.applyBooth}
          </ButtonLink>
        )}
      </div>
      <div className="stack">
        {fair.data.halls.map((hall) => (
          <HallPlan key={hall.id} hall={hall} booths={booths.data} />
        ))}
        <Exhibitors fairId={event.eventId} booths={taken} />
      </div>
    </section>
  );
}

function HallPlan({ hall, booths }: { hall: Hall; booths: readonly Booth[] }) {
  const t = useMessages(eventMessages);
  const text = useText();
  const name = text(hall.name);
  return (
    <div className="stack stack--s">
      <h3>{name}</h3>
      <BoothGrid
        label={t.hallGrid(name)}
        columns={hall.columns}
        rows={hall.rows}
        cells={booths.filter((booth) => booth.hallId === hall.id)}
      >
        {(booth) => (
          <div className={booth.exhibitor === undefined ? 'booth' : 'booth booth--taken'}>
            <b>{booth.number}</b>
            <span className={booth.exhibitor === undefined ? 'hidden-visually' : undefined}>
              {booth.exhibitor?.companyName ?? t.free}
            </span>
          </div>
        )}
      </BoothGrid>
    </div>
  );
}

function Exhibitors({ fairId, booths }: { fairId: string; booths: readonly Booth[] }) {
  const t = useMessages(eventMessages);
  return (
    <div className="stack stack--s">
      <h3>{t.exhibitors}</h3>
      {booths.length === 0 ? (
        <p className="soft">{t.noExhibitors}</p>
      ) : (
        <ul className="exhibitors">
          {booths.map((booth) => (
            <li key={booth.boothId}>
              <b>{booth.number}</b>
              <span>
                {booth.exhibitor?.companyName}
                {(booth.freeInterviews ?? 0) > 0 && (
                  <Link
                    className="exhibitors__interviews"
                    href={`/events/${fairId}/booths/${booth.boothId}`}
                  >
                    {t.interviews(booth.freeInterviews ?? 0)}
                  </Link>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
