import { Link } from 'wouter';
import { listMyMessages } from '../../api/operations';
import type { DeliveryStatus } from '../../api/operationTypes';
import { useLanguage, useMessages } from '../../i18n/language';
import { formatMoment } from '../../time/format';
import { Icon } from '../../ui/Icon';
import { LoadMore } from '../../ui/LoadMore';
import { Empty, LoadFailed, Skeleton } from '../../ui/States';
import { usePages } from '../../ui/usePages';
import { useTitle } from '../../ui/useTitle';
import { RequireSignIn } from '../session/RequireSignIn';
import { inboxMessages } from './messages';
import { inboxOf } from './inbox';
import type { WrittenMessage } from './inbox';
import './inbox.css';

/** What was sent to the person, newest first. */
export default function MessagesPage() {
  return <RequireSignIn>{() => <Inbox />}</RequireSignIn>;
}

function Inbox() {
  const t = useMessages(inboxMessages);
  useTitle(t.title);
  const pages = usePages(['messages'], listMyMessages);
  const { written, skipped } = inboxOf(pages.items);
  return (
    <div className="page page--reading stack">
      <header>
        <h1>{t.title}</h1>
        <p className="soft">{t.lead}</p>
      </header>
      {pages.isPending && <Skeleton lines={5} />}
      {pages.isError && <LoadFailed error={pages.error} retry={() => void pages.refetch()} />}
      {skipped.map((channel) => (
        <p key={channel} className="soft small">
          {t.skipped[channel]} <Link href="/me">{t.complete}</Link>
        </p>
      ))}
      {pages.isSuccess && written.length === 0 && (
        <Empty title={t.none}>
          <p>{t.noneLead}</p>
        </Empty>
      )}
      {written.length > 0 && (
        <ol className="inbox">
          {written.map((message) => (
            <Message key={message.id} message={message} />
          ))}
        </ol>
      )}
      <LoadMore pages={pages} />
    </div>
  );
}

const LOOK: Readonly<Record<Exclude<DeliveryStatus, 'skipped'>, string>> = {
  queued: 'tag tag--warn',
  sending: 'tag tag--warn',
  sent: 'tag tag--good',
  'in-doubt': 'tag tag--warn',
  failed: 'tag tag--bad',
};

function Message({ message }: { message: WrittenMessage }) {
  const t = useMessages(inboxMessages);
  const { language } = useLanguage();
  return (
    <li className="inbox__message">
      <div className="row row--apart">
        <span className="row">
          <span className="tag">
            <Icon name={message.channel === 'sms' ? 'phone' : 'mail'} />
            {message.channel === 'sms' ? t.sms : t.mail}
          </span>
          <span className={LOOK[message.status]}>{t.statuses[message.status]}</span>
        </span>
        <time className="soft small" dateTime={message.at}>
          {formatMoment(message.at, language)}
        </time>
      </div>
      {message.subject !== undefined && <h2>{message.subject}</h2>}
      <p className="prose">{message.text}</p>
    </li>
  );
}
