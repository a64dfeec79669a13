import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { deleteHeat, listEntries, listHeats } from '../../api/owners';
import type { Competition, Entry, Heat } from '../../api/types';
import { useLanguage, useMessages } from '../../i18n/language';
import { formatDuration, formatMoment } from '../../time/format';
import { Button } from '../../ui/Button';
import { Confirm } from '../../ui/Dialog';
import { Empty, LoadFailed, Skeleton } from '../../ui/States';
import { useToast } from '../../ui/Toasts';
import { entrantOf } from './entrants';
import { HeatDialog } from './HeatDialog';
import { workMessages } from './workMessages';

/** The heats of a competition and who is not in one yet. */
export function HeatDesk({ competition }: { competition: Competition }) {
  const t = useMessages(workMessages);
  const [editing, setEditing] = useState<Heat | 'new'>();
  const heats = useQuery({
    queryKey: ['heats', competition.id],
    queryFn: ({ signal }) => listHeats(competition.id, signal),
  });
  const entries = useQuery({
    queryKey: ['entries', competition.id],
    queryFn: ({ signal }) => listEntries(competition.id, signal),
  });
  if (heats.isPending || entries.isPending) {
    return <Skeleton lines={6} />;
  }
  if (heats.isError || entries.isError) {
    const retry = () => void Promise.all([heats.refetch(), entries.refetch()]);
    return <LoadFailed error={heats.error ?? entries.error} retry={retry} />;
  }
  const entered = entries.data.items.filter(({ status }) => status !== 'withdrawn');
  const sorted = heats.data.items.toSorted(
    (a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt),
  );
  return (
    <div className="stack stack--l">
      <section aria-labelledby="heats">
        <div className="section-head">
          <h2 id="heats">{t.heats}</h2>
          <Button look="primary" icon="plus" onClick={() => setEditing('new')}>
            {t.addHeat}
          </Button>
        </div>
        {sorted.length === 0 ? (
          <Empty title={t.noHeats}>
            <p>{t.noHeatsLead}</p>
          </Empty>
        ) : (
          <ol className="month__events">
            {sorted.map((heat, index) => (
              <HeatRow
                key={heat.id}
                {...{ competition, heat, index, entries: entered }}
                onEdit={() => setEditing(heat)}
              />
            ))}
          </ol>
        )}
      </section>
      <Entries entries={entered} heats={sorted} />
      {editing !== undefined && (
        <HeatDialog
          competition={competition}
          entries={entered}
          heat={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
    </div>
  );
}

function HeatRow({
  competition,
  heat,
  index,
  entries,
  onEdit,
}: {
  competition: Competition;
  heat: Heat;
  index: number;
  entries: readonly Entry[];
  onEdit: () => void;
}) {
  const t = useMessages(workMessages);
  const { language } = useLanguage();
  const [asking, setAsking] = useState(false);
  const name = (entryId: string) => {
    const entry = entries.find(({ id }) => id === entryId);
    return entry === undefined ? undefined : entrantOf(entry);
  };
  return (
    <li className="heat">
      <div className="row row--apart">
        <div className="row">
          <h3>{t.heat(index + 1)}</h3>
          <time dateTime={heat.startsAt}>{formatMoment(heat.startsAt, language)}</time>
          <span className="soft">{formatDuration(heat.durationMinutes, language)}</span>
        </div>
        <div className="row">
          <Button icon="edit" onClick={onEdit}>
            {t.edit}
          </Button>
          <Button look="danger" onClick={() => setAsking(true)}>
            {t.deleteHeat}
          </Button>
        </div>
      </div>
      <ul className="heat__stations">
        {heat.assignments.map(({ entryId, workstation, name: told }) => (
          <li key={workstation}>
            <b>{workstation}</b> {told ?? name(entryId) ?? '—'}
          </li>
        ))}
      </ul>
      {asking && (
        <DeleteHeat competition={competition} heat={heat} onClose={() => setAsking(false)} />
      )}
    </li>
  );
}

function DeleteHeat({
  competition,
  heat,
  onClose,
}: {
  competition: Competition;
  heat: Heat;
  onClose: () => void;
}) {
  const t = useMessages(workMessages);
  const toast = useToast();
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => deleteHeat(competition.id, heat.id, heat.version),
    onSuccess: async () => {
      toast(t.heatDeleted);
      onClose();
      await client.invalidateQueries({ queryKey: ['heats', competition.id] });
    },
  });
  return (
    <Confirm
      title={t.deleteHeatTitle}
      confirm={t.deleteHeat}
      danger
      busy={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      <p>{t.deleteHeatLead}</p>
    </Confirm>
  );
}

function Entries({ entries, heats }: { entries: readonly Entry[]; heats: readonly Heat[] }) {
  const t = useMessages(workMessages);
  const { language } = useLanguage();
  const heatOf = (entry: Entry) =>
    heats.find((heat) => heat.assignments.some(({ entryId }) => entryId === entry.id));
  return (
    <section aria-labelledby="entries">
      <div className="section-head">
        <h2 id="entries">{t.entries}</h2>
        <p>{t.entriesCount(entries.length)}</p>
      </div>
      {entries.length === 0 ? (
        <p className="soft">{t.noEntries}</p>
      ) : (
        <ul className="line-list">
          {entries.map((entry) => {
            const heat = heatOf(entry);
            return (
              <li key={entry.id}>
                <strong>{entrantOf(entry)}</strong>
                <span className="soft small">
                  {entry.team?.members.map(({ name }) => name).join(' · ')}
                </span>
                <span className={heat === undefined ? 'tag tag--warn' : 'tag'}>
                  {heat === undefined ? t.unscheduled : formatMoment(heat.startsAt, language)}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
