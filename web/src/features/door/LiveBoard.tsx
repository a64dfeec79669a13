import type { LiveCounts } from '../../api/door';
import { useMessages, useText } from '../../i18n/language';
import { formatClock } from '../../time/format';
import { Skeleton } from '../../ui/States';
import { entranceMessages } from './entranceMessages';
import { useLiveCounts } from './useLiveCounts';

/** How many people are in, as it changes. */
export function LiveBoard({ eventId }: { eventId: string }) {
  const t = useMessages(entranceMessages);
  const { counts, open } = useLiveCounts(eventId);
  return (
    <section className="card stack" aria-labelledby="live">
      <div className="row row--apart">
        <h2 id="live">{t.live}</h2>
        <span className={open ? 'tag tag--good' : 'tag'}>
          {open ? t.liveState.open : t.liveState.waiting}
        </span>
      </div>
      {counts === undefined ? <Skeleton lines={3} /> : <Board counts={counts} />}
    </section>
  );
}

function Board({ counts }: { counts: LiveCounts }) {
  const t = useMessages(entranceMessages);
  const text = useText();
  return (
    <>
      <dl className="live__figures">
        <div>
          <dt>{t.inside}</dt>
          <dd className="num">{counts.inside}</dd>
        </div>
        <div>
          <dt>{t.arrived}</dt>
          <dd className="num">{counts.arrived}</dd>
        </div>
      </dl>
      <div className="live__tables">
        {counts.zones.length > 0 && (
          <Table
            heads={[t.zone, t.inside, t.arrived, t.entries]}
            rows={counts.zones.map(({ id, name, inside, people, entries }) => ({
              key: id,
              cells: [text(name), inside, people, entries],
            }))}
          />
        )}
        <Table
          heads={[t.ticketType, t.inside, t.arrived]}
          rows={counts.ticketTypes.map(({ ticketType, inside, arrived }) => ({
            key: ticketType.id,
            cells: [text(ticketType.name), inside, arrived],
          }))}
        />
      </div>
      <Arrivals counts={counts} />
    </>
  );
}

function Table({
  heads,
  rows,
}: {
  heads: readonly string[];
  rows: readonly { key: string; cells: readonly (string | number)[] }[];
}) {
  return (
    <table className="live__table">
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key}>
            {cells.map((cell, index) => (
              <td key={heads[index]} className={index > 0 ? 'num' : undefined}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Arrivals({ counts }: { counts: LiveCounts }) {
  const t = useMessages(entranceMessages);
  const most = Math.max(1, ...counts.arrivals.map(({ arrived }) => arrived));
  return (
    <div className="stack stack--s">
      <h3>{t.arrivals}</h3>
      {counts.arrivals.length === 0 ? (
        <p className="soft">{t.nobodyYet}</p>
      ) : (
        <ol className="live__bars scroller">
          {counts.arrivals.map(({ from, arrived }) => (
            <li key={from} aria-label={t.arrivalsAt(formatClock(from), arrived)}>
              <b className="num" aria-hidden="true">
                {arrived}
              </b>
              <i style={{ height: `${(arrived / most) * 100}%` }} />
              <span className="num small" aria-hidden="true">
                {formatClock(from)}
              </span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
