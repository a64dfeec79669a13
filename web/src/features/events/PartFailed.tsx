import { useMessages } from '../../i18n/language';
import { Icon } from '../../ui/Icon';
import { eventMessages } from './messages';

/** One service is away: its part of the page says so, the rest stays. */
export function PartFailed({ title }: { title: string }) {
  const t = useMessages(eventMessages);
  return (
    <section className="stack">
      <h2>{title}</h2>
      <div className="note note--warn" role="alert">
        <Icon name="alert" />
        <p>{t.partFailed}</p>
      </div>
    </section>
  );
}
