import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PrivacyRequest } from '../../api/privacy';
import { archivePath, askOfOwnData } from '../../api/privacy';
import { useLanguage, useMessages } from '../../i18n/language';
import { formatMoment } from '../../time/format';
import { Button, DownloadLink } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { ProblemNote } from '../../ui/States';
import { Progress } from './Progress';
import { privacyMessages } from './messages';
import { isKept, isSlow } from './requests';
import { REQUESTS } from './useRequests';

/** A copy of all that is known of the person: asking for it, watching it come, taking it. */
export function CopyCard({ last, now }: { last: PrivacyRequest | undefined; now: number }) {
  const t = useMessages(privacyMessages);
  const client = useQueryClient();
  const ask = useMutation({
    mutationFn: () => askOfOwnData('export'),
    onSuccess: (made) =>
      client.setQueryData(REQUESTS, (all: PrivacyRequest[] = []) => [made, ...all]),
  });
  const pending = last?.status === 'pending';
  return (
    <section className="card stack" aria-labelledby="copy">
      <h2 id="copy">{t.copyTitle}</h2>
      <p className="soft">{t.copyLead}</p>
      {last !== undefined && <Copy request={last} now={now} />}
      <ProblemNote error={ask.error} />
      {!pending && (
        <div className="row">
          {last !== undefined && isKept(last, now) && (
            <DownloadLink look="primary" href={archivePath(last.id)} icon="download">
              {t.copyDownload}
            </DownloadLink>
          )}
          <Button
            look={last === undefined ? 'primary' : 'plain'}
            busy={ask.isPending}
            onClick={() => ask.mutate()}
          >
            {last === undefined ? t.copyAsk : t.copyAgain}
          </Button>
        </div>
      )}
    </section>
  );
}

/** The copy that was asked for last, whatever has become of it. */
function Copy({ request, now }: { request: PrivacyRequest; now: number }) {
  const t = useMessages(privacyMessages);
  const { language } = useLanguage();
  const at = formatMoment(request.at, language);
  if (request.status === 'pending') {
    return (
      <>
        <p className="small">{t.copyPending(at)}</p>
        <Progress request={request} />
        {isSlow(request, now) && (
          <>
            <p className="small">{t.copySlow}</p>
            <div>
              <DownloadLink href={archivePath(request.id)} icon="download">
                {t.copyDownloadPart}
              </DownloadLink>
            </div>
          </>
        )}
      </>
    );
  }
  if (!isKept(request, now)) {
    return <p className="small">{t.copyGone(at)}</p>;
  }
  return (
    <>
      <p className="note note--good">
        <Icon name="check" />
        {t.copyReady(at)}
        {request.keptUntil !== undefined &&
          ` ${t.copyKept(formatMoment(request.keptUntil, language))}`}
      </p>
      <Progress request={request} />
    </>
  );
}
