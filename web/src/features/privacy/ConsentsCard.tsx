import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Consent, Consents } from '../../api/privacy';
import { getConsents, sayConsent } from '../../api/privacy';
import { useLanguage, useMessages, useText } from '../../i18n/language';
import { formatMoment } from '../../time/format';
import { Button } from '../../ui/Button';
import { LoadFailed, ProblemNote, Skeleton } from '../../ui/States';
import { useToast } from '../../ui/Toasts';
import { privacyMessages } from './messages';

const KEY = ['consents'];

/** What the person allows, purpose by purpose, and all that they ever said about it. */
export function ConsentsCard() {
  const t = useMessages(privacyMessages);
  const consents = useQuery({ queryKey: KEY, queryFn: ({ signal }) => getConsents(signal) });
  return (
    <section className="card stack" aria-labelledby="consents">
      <h2 id="consents">{t.consentTitle}</h2>
      <p className="soft">{t.consentLead}</p>
      {consents.isPending && <Skeleton lines={4} />}
      {consents.isError && (
        <LoadFailed error={consents.error} retry={() => void consents.refetch()} />
      )}
      {consents.isSuccess && (
        <>
          <ul className="line-list">
            {consents.data.items.map((consent) => (
              <Purpose key={consent.purpose} consent={consent} />
            ))}
          </ul>
          {consents.data.ledger.length > 0 && <Ledger consents={consents.data} />}
        </>
      )}
    </section>
  );
}

function Purpose({ consent }: { consent: Consent }) {
  const t = useMessages(privacyMessages);
  const text = useText();
  const { language } = useLanguage();
  const client = useQueryClient();
  const toast = useToast();
  const say = useMutation({
    mutationFn: (given: boolean) => sayConsent(consent.purpose, given),
    onSuccess: (all, given) => {
      client.setQueryData(KEY, all);
      toast(given ? t.allowed : t.withdrawn);
    },
  });
  const given = consent.given === true;
  const what = text(consent.text);
  return (
    <li className="consent">
      <div className="stack stack--s">
        <span>{what}</span>
        <span className="row small soft">
          <span className={given ? 'tag tag--good' : 'tag'}>{stateOf(consent, t)}</span>
          {consent.at === undefined
            ? t.consentNever
            : t.consentSince(formatMoment(consent.at, language))}
        </span>
        <ProblemNote error={say.error} />
      </div>
      <Button
        busy={say.isPending}
        aria-label={given ? t.withdrawNamed(what) : t.allowNamed(what)}
        onClick={() => say.mutate(!given)}
      >
        {given ? t.withdraw : t.allow}
      </Button>
    </li>
  );
}

function stateOf(
  { given }: Consent,
  t: Record<'consentGiven' | 'consentWithdrawn' | 'consentNotGiven', string>,
): string {
  if (given === undefined) {
    return t.consentNotGiven;
  }
  return given ? t.consentGiven : t.consentWithdrawn;
}

/** Everything that was said, the newest first. */
function Ledger({ consents: { items, ledger } }: { consents: Consents }) {
  const t = useMessages(privacyMessages);
  const text = useText();
  const { language } = useLanguage();
  const entries = ledger.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return (
    <details className="ledger">
      <summary>{t.ledger}</summary>
      <ul className="small">
        {entries.map((entry) => (
          <li key={`${entry.purpose} ${entry.number}`}>
            <span className="soft num">{formatMoment(entry.at, language)}</span>
            <span>
              <strong>{entry.given ? t.consentGiven : t.consentWithdrawn}</strong>{' '}
              {text(items.find(({ purpose }) => purpose === entry.purpose)?.text)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
