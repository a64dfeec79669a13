import type { PrivacyRequest } from '../../api/privacy';
import { useLanguage, useMessages } from '../../i18n/language';
import { formatClock, formatMoment } from '../../time/format';
import { sameDay } from '../../time/zone';
import { Icon } from '../../ui/Icon';
import { privacyMessages } from './messages';
import { partsOf } from './requests';

/** Who has done their part of what was asked, and who has not yet. */
export function Progress({ request }: { request: PrivacyRequest }) {
  const t = useMessages(privacyMessages);
  const { language } = useLanguage();
  const names: Readonly<Record<string, string>> = t.services;
  const parts = partsOf(request);
  const done = parts.filter((part) => part.done !== undefined).length;
  return (
    <div className="stack stack--s">
      <p className="small" role="status">
        {t.progress(String(done), String(parts.length))}
      </p>
      <div className="meter" aria-hidden="true">
        <div className="meter__fill" style={{ width: `${(100 * done) / parts.length}%` }} />
      </div>
      <ul className="line-list">
        {parts.map((part) => (
          <li key={part.service} className="row--apart">
            <span>{names[part.service] ?? part.service}</span>
            {part.done === undefined ? (
              <span className="tag">
                <Icon name="clock" />
                {t.waiting}
              </span>
            ) : (
              <span className="tag tag--good">
                <Icon name="check" />
                {t.done(
                  sameDay(part.done, request.at)
                    ? formatClock(part.done)
                    : formatMoment(part.done, language),
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
