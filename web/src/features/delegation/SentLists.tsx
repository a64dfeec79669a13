import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { getDelegation, listDelegations } from '../../api/delegations';
import type { Delegation, DelegationStatus } from '../../api/delegations';
import type { Question } from '../../api/forms';
import type { TicketType } from '../../api/types';
import { useLanguage, useMessages, useText } from '../../i18n/language';
import { formatMoment } from '../../time/format';
import { Fold, toggledIn } from '../../ui/Fold';
import { LoadMore } from '../../ui/LoadMore';
import { LoadFailed, Skeleton } from '../../ui/States';
import { usePages } from '../../ui/usePages';
import { ListPeople } from './ListPeople';
import { ListProgress } from './ListProgress';
import { delegationMessages } from './messages';

const LOOK_EVERY_MS = 1500;
const LOOK_FOR_DECISIONS_MS = 15_000;

const LOOKS = {
  holding: 'tag tag--warn',
  telling: 'tag tag--warn',
  deciding: 'tag tag--warn',
  releasing: 'tag tag--warn',
  done: 'tag tag--good',
  refused: 'tag tag--bad',
} as const satisfies Record<DelegationStatus, string>;

interface SentListsProps {
  eventId: string;
  /** Undefined for an organiser, who sees those of all schools. */
  school: string | undefined;
  types: readonly TicketType[];
  questions: readonly Question[];
  opened: ReadonlySet<string>;
  onToggle: (opened: ReadonlySet<string>) => void;
}

/** The lists for an event, newest first; each opens to how far it is and who is on it. */
export function SentLists({ eventId, school, types, questions, opened, onToggle }: SentListsProps) {
  const t = useMessages(delegationMessages);
  const pages = usePages(['delegations', eventId, school], (cursor, signal) =>
    listDelegations(eventId, school, cursor, signal),
  );
  return (
    <section className="stack" aria-labelledby="lists">
      <h2 id="lists">{school === undefined ? t.schoolLists : t.lists}</h2>
      {pages.isPending && <Skeleton lines={2} />}
      {pages.isError && <LoadFailed error={pages.error} retry={() => void pages.refetch()} />}
      {pages.isSuccess && pages.items.length === 0 && <p className="soft">{t.noLists}</p>}
      {pages.items.length > 0 && (
        <ul className="folds">
          {pages.items.map((list) => (
            <SentList
              key={list.id}
              sent={list}
              foreign={school === undefined}
              types={types}
              questions={questions}
              open={opened.has(list.id)}
              onToggle={() => onToggle(toggledIn(opened, list.id))}
            />
          ))}
        </ul>
      )}
      <LoadMore pages={pages} />
    </section>
  );
}

function SentList({
  sent,
  foreign,
  types,
  questions,
  open,
  onToggle,
}: {
  sent: Delegation;
  /** Whether it is some school's, not one's own. */
  foreign: boolean;
  types: readonly TicketType[];
  questions: readonly Question[];
  open: boolean;
  onToggle: () => void;
}) {
  const t = useMessages(delegationMessages);
  const text = useText();
  const { language } = useLanguage();
  const list = useProgress(sent);
  const when = formatMoment(list.createdAt, language);
  return (
    <Fold
      title={
        <>
          {foreign && `${text(list.organisationName)} · `}
          <span className="num">{when}</span> · {t.people(list.total)}
        </>
      }
      tags={
        <>
          <span className={LOOKS[list.status]}>{t.statuses[list.status]}</span>
          <span className="tag">
            {text(types.find(({ id }) => id === list.ticketTypeId)?.name)}
          </span>
        </>
      }
      label={t.open(when)}
      open={open}
      onToggle={onToggle}
    >
      {foreign && list.sentBy !== undefined && (
        <p className="soft small">{t.sentBy(list.sentBy)}</p>
      )}
      <ListProgress list={list} />
      {(list.status === 'done' || list.status === 'deciding') && (
        <ListPeople list={list} questions={questions} />
      )}
    </Fold>
  );
}

/** The list as it is now: looked at again until it has come to its end, when places are counted anew. */
function useProgress(sent: Delegation): Delegation {
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: ['delegation', sent.id],
    queryFn: ({ signal }) => getDelegation(sent.id, signal),
    initialData: sent,
    enabled: !isOver(sent),
    refetchInterval: ({ state }) =>
      state.data === undefined || isOver(state.data)
        ? false
        : state.data.status === 'deciding'
          ? LOOK_FOR_DECISIONS_MS
          : LOOK_EVERY_MS,
  });
  const over = isOver(data);
  useEffect(() => {
    if (over && !isOver(sent)) {
      void client.invalidateQueries({ queryKey: ['event', sent.eventId] });
      void client.invalidateQueries({ queryKey: ['delegations', sent.eventId] });
    }
  }, [client, over, sent]);
  return isOver(sent) ? sent : data;
}

function isOver({ status }: Delegation): boolean {
  return status === 'done' || status === 'refused';
}
