import { useState } from 'react';
import { listDelegationRows } from '../../api/delegations';
import type { Delegation, DelegationRow, PlaceState } from '../../api/delegations';
import type { Question } from '../../api/forms';
import { useMessages } from '../../i18n/language';
import { Button } from '../../ui/Button';
import { LoadMore } from '../../ui/LoadMore';
import { LoadFailed, Skeleton } from '../../ui/States';
import { usePages } from '../../ui/usePages';
import { ReplaceDialog } from './ReplaceDialog';
import { delegationMessages } from './messages';

const LOOKS = {
  requested: 'tag tag--warn',
  confirmed: 'tag tag--good',
  'checked-in': 'tag tag--good',
  rejected: 'tag tag--bad',
  cancelled: 'tag',
} as const satisfies Record<PlaceState, string>;

/** Who is on a list, and what became of their places. */
export function ListPeople({
  list,
  questions,
}: {
  list: Delegation;
  questions: readonly Question[];
}) {
  const t = useMessages(delegationMessages);
  const [replaced, setReplaced] = useState<DelegationRow>();
  const pages = usePages(['delegation-rows', list.id, list.status], (cursor, signal) =>
    listDelegationRows(list.id, cursor, signal),
  );
  if (pages.isPending) {
    return <Skeleton lines={4} />;
  }
  if (pages.isError) {
    return <LoadFailed error={pages.error} retry={() => void pages.refetch()} />;
  }
  return (
    <>
      <div className="table-frame">
        <table className="table table--cards">
          <thead>
            <tr>
              <th scope="col">{t.line}</th>
              <th scope="col">{t.name}</th>
              <th scope="col">{t.phone}</th>
              <th scope="col">{t.state}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {pages.items.map((row) => (
              <Row key={row.line} row={row} onReplace={() => setReplaced(row)} />
            ))}
          </tbody>
        </table>
      </div>
      <LoadMore pages={pages} />
      {replaced !== undefined && (
        <ReplaceDialog
          delegationId={list.id}
          row={replaced}
          questions={questions}
          close={() => setReplaced(undefined)}
        />
      )}
    </>
  );
}

function Row({ row, onReplace }: { row: DelegationRow; onReplace: () => void }) {
  const t = useMessages(delegationMessages);
  return (
    <tr>
      <td data-label={t.line} className="num">
        {row.line}
      </td>
      <td data-label={t.name}>
        <div>
          <strong>{row.name}</strong>
          {row.holder !== undefined && <div className="soft small">{t.passedOn(row.holder)}</div>}
        </div>
      </td>
      <td data-label={t.phone} className="num">
        {row.phone}
      </td>
      <td data-label={t.state}>
        <Place row={row} />
      </td>
      <td>
        {row.substitutable && (
          <Button aria-label={t.replaceOf(row.holder ?? row.name)} onClick={onReplace}>
            {t.replace}
          </Button>
        )}
      </td>
    </tr>
  );
}

function Place({ row: { place, status } }: { row: DelegationRow }) {
  const t = useMessages(delegationMessages);
  return place === undefined ? (
    <span className="tag">{status === 'waiting' ? t.waiting : t.held}</span>
  ) : (
    <span className={LOOKS[place]}>{t.places[place]}</span>
  );
}
