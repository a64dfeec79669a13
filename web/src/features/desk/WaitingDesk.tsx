import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { listWaiting, prioritise } from '../../api/waiting';
import type { WaitingRow } from '../../api/waiting';
import { useLanguage, useMessages, useText } from '../../i18n/language';
import { formatMoment } from '../../time/format';
import { Button } from '../../ui/Button';
import { Empty, LoadFailed, ProblemNote, Skeleton } from '../../ui/States';
import { useToast } from '../../ui/Toasts';
import { workMessages } from './workMessages';

const LEAST = -1000;
const MOST = 1000;

/** Who waits for a place, in turn; groups with their people, and whose turn comes sooner. */
export function WaitingDesk({ eventId }: { eventId: string }) {
  const t = useMessages(workMessages);
  const waiting = useQuery({
    queryKey: ['waiting-list', eventId],
    queryFn: ({ signal }) => listWaiting(eventId, signal),
  });
  if (waiting.isPending) {
    return <Skeleton lines={5} />;
  }
  if (waiting.isError) {
    return <LoadFailed error={waiting.error} retry={() => void waiting.refetch()} />;
  }
  return waiting.data.length === 0 ? (
    <Empty title={t.nobodyWaits} />
  ) : (
    <>
      <p className="soft small">{t.priorityLead}</p>
      <div className="table-frame">
        <table className="table table--cards">
          <thead>
            <tr>
              <th scope="col">{t.position}</th>
              <th scope="col">{t.name}</th>
              <th scope="col">{t.ticketType}</th>
              <th scope="col">{t.joinedAt}</th>
              <th scope="col">{t.priority}</th>
            </tr>
          </thead>
          <tbody>
            {waiting.data.map((row) => (
              <Row key={row.registrationId} row={row} eventId={eventId} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Row({ row, eventId }: { row: WaitingRow; eventId: string }) {
  const t = useMessages(workMessages);
  const text = useText();
  const { language } = useLanguage();
  return (
    <tr>
      <td data-label={t.position} className="num">
        {row.position}
      </td>
      <td data-label={t.name}>
        <div>
          <strong>{row.group === undefined ? row.name : `${row.group.name} · ${row.name}`}</strong>
          {row.size > 1 && <Group row={row} />}
        </div>
      </td>
      <td data-label={t.ticketType}>{text(row.ticketType.name)}</td>
      <td data-label={t.joinedAt} className="num">
        {formatMoment(row.joinedAt, language)}
      </td>
      <td data-label={t.priority}>
        <Priority key={row.priority} row={row} eventId={eventId} />
      </td>
    </tr>
  );
}

/** How many they are, with how many they would be content, and who. */
function Group({ row: { size, atLeast, group } }: { row: WaitingRow }) {
  const t = useMessages(workMessages);
  return (
    <details className="waiting-group">
      <summary>
        <span className="tag">{atLeast < size ? t.groupInPart(size, atLeast) : t.group(size)}</span>
      </summary>
      <ul className="small soft">
        {group?.members.map(({ name, phone }) => (
          <li key={phone}>
            {name} <span className="num">{phone}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Priority({ row, eventId }: { row: WaitingRow; eventId: string }) {
  const t = useMessages(workMessages);
  const client = useQueryClient();
  const toast = useToast();
  const [value, setValue] = useState(row.priority);
  const save = useMutation({
    mutationFn: () => prioritise(eventId, row.registrationId, value),
    onSuccess: () => toast(t.prioritised(row.name)),
    onSettled: () => client.invalidateQueries({ queryKey: ['waiting-list', eventId] }),
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form className="stack stack--s" onSubmit={submit}>
      <div className="row waiting-priority">
        <input
          className="input num"
          type="number"
          name={`priority.${row.registrationId}`}
          aria-label={t.priorityOf(row.name)}
          required
          min={LEAST}
          max={MOST}
          step={1}
          value={Number.isNaN(value) ? '' : value}
          onChange={(event) => setValue(event.target.valueAsNumber)}
        />
        {value !== row.priority && (
          <Button type="submit" busy={save.isPending}>
            {t.prioritise}
          </Button>
        )}
      </div>
      <ProblemNote error={save.error} />
    </form>
  );
}
