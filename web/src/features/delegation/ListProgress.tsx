import type { Delegation } from '../../api/delegations';
import { useMessages } from '../../i18n/language';
import { Icon } from '../../ui/Icon';
import { delegationMessages } from './messages';

/** How far a list is, or why it was refused; nothing where all is done. */
export function ListProgress({ list }: { list: Delegation }) {
  const t = useMessages(delegationMessages);
  const reason = useReason();
  switch (list.status) {
    case 'holding':
      return <Bar now={list.held} of={list.total} words={t.holding(list.held, list.total)} />;
    case 'telling':
      return <Bar now={list.done} of={list.total} words={t.telling(list.done, list.total)} />;
    case 'releasing':
      return <p role="status">{t.releasing}</p>;
    case 'deciding':
      return <p className="note">{t.deciding}</p>;
    case 'refused':
      return (
        <p className="note note--bad">
          <Icon name="alert" />
          {t.refused(list.refusal?.line ?? 1, reason(list.refusal?.why))}
        </p>
      );
    case 'done':
      return null;
  }
}

function Bar({ now, of, words }: { now: number; of: number; words: string }) {
  return (
    <div className="stack stack--s" role="status">
      <p className="num">{words}</p>
      <div className="meter" aria-hidden="true">
        <div className="meter__fill" style={{ width: `${(now / Math.max(1, of)) * 100}%` }} />
      </div>
    </div>
  );
}

/** Why somebody got no place, by the problem that was met. */
function useReason(): (why: string | undefined) => string {
  const { reasons } = useMessages(delegationMessages);
  return (why) => {
    switch (why) {
      case 'full':
        return reasons.full;
      case 'already-registered':
        return reasons.already;
      case 'not-open':
        return reasons.notOpen;
      case 'cancelled':
        return reasons.cancelled;
      default:
        return reasons.other;
    }
  };
}
