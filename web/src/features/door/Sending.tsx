import { useMessages } from '../../i18n/language';
import { Button } from '../../ui/Button';
import { doorMessages } from './messages';
import type { useBook } from './useBook';

/** Whether there is a network, and what waits to be sent; silent while there is nothing to say. */
export function Sending({
  online,
  offline,
  ready,
}: {
  online: boolean;
  offline: ReturnType<typeof useBook>;
  /** Whether the page would come up and judge tickets without a network. */
  ready: boolean;
}) {
  const t = useMessages(doorMessages);
  const { waiting, odd } = offline.book;
  if (online && waiting.length === 0 && odd === 0) {
    return ready ? <p className="soft small">{t.ready}</p> : null;
  }
  return (
    <div className={`door__state${online ? '' : ' door__state--off'}`} role="status">
      <b>{online ? t.online : t.offline}</b>
      <span className="num">{waiting.length > 0 ? t.pending(waiting.length) : t.allSent}</span>
      {odd > 0 && <span className="small">{t.odd(odd)}</span>}
      {online && waiting.length > 0 && (
        <Button busy={offline.sending} onClick={() => void offline.send()}>
          {t.sendNow}
        </Button>
      )}
    </div>
  );
}
