import type { OddCase } from '../../api/door';
import { listOddCases, reconciliationFile } from '../../api/door';
import { useLanguage, useMessages, useText } from '../../i18n/language';
import { formatMoment } from '../../time/format';
import { LoadMore } from '../../ui/LoadMore';
import { LoadFailed, Skeleton } from '../../ui/States';
import { usePages } from '../../ui/usePages';
import { entranceMessages } from './entranceMessages';

const SHOWN_OF_DEVICE = 8;

/** Who was let in and should not have been, where and when. */
export function OddCases({ eventId }: { eventId: string }) {
  const t = useMessages(entranceMessages);
  const pages = usePages(['odd-cases', eventId], (cursor, signal) =>
    listOddCases(eventId, cursor, signal),
  );
  return (
    <section className="card stack" aria-labelledby="odd-cases">
      <div className="row row--apart">
        <h2 id="odd-cases">{t.reconciliation}</h2>
        {pages.items.length > 0 && (
          <a className="btn" href={reconciliationFile(eventId)} download>
            {t.download}
          </a>
        )}
      </div>
      <p className="soft">{t.reconciliationLead}</p>
      {pages.isPending && <Skeleton lines={3} />}
      {pages.isError && <LoadFailed error={pages.error} retry={() => void pages.refetch()} />}
      {pages.isSuccess && pages.items.length === 0 && (
        <p>
          <span className="tag tag--good">{t.allWell}</span>
        </p>
      )}
      {pages.items.length > 0 && (
        <ul className="odd">
          {pages.items.map((one) => (
            <Case key={one.registrationId} one={one} />
          ))}
        </ul>
      )}
      <LoadMore pages={pages} />
    </section>
  );
}

function Case({ one }: { one: OddCase }) {
  const t = useMessages(entranceMessages);
  const text = useText();
  const { language } = useLanguage();
  return (
    <li className="stack stack--s">
      <p>
        <strong>{one.name}</strong>{' '}
        <span className="soft num">
          {one.ticketNumber} · {text(one.ticketType.name)}
        </span>
      </p>
      <ol className="odd__scans small">
        {one.scans.map((scan) => (
          <li key={scan.nonce}>
            <time className="num" dateTime={scan.at}>
              {formatMoment(scan.at, language)}
            </time>
            <span>
              {[
                t.directions[scan.direction],
                text(scan.doorName) || scan.doorId || '',
                scan.byName ?? '',
                scan.deviceId === undefined
                  ? ''
                  : `${t.byDevice(scan.deviceId.slice(0, SHOWN_OF_DEVICE))} (${t.heard(
                      formatMoment(scan.heardAt, language),
                    )})`,
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
            {scan.doubt !== undefined && (
              <span className="tag tag--bad">{t.doubts[scan.doubt]}</span>
            )}
            {scan.undoneAt !== undefined && <span className="tag">{t.takenBack}</span>}
          </li>
        ))}
      </ol>
    </li>
  );
}
