import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { endFeed, getFeed, renewFeed } from '../../api/agenda';
import { useLanguage, useMessages } from '../../i18n/language';
import { formatMoment } from '../../time/format';
import { Button } from '../../ui/Button';
import { Confirm } from '../../ui/Dialog';
import { Icon } from '../../ui/Icon';
import { LoadFailed, ProblemNote, Skeleton } from '../../ui/States';
import { useToast } from '../../ui/Toasts';
import { agendaMessages } from './messages';

const KEY = ['agenda-feed'];

/** The private calendar feed: its address, which is shown once, and the ways to change and end it. */
export function FeedCard() {
  const t = useMessages(agendaMessages);
  const client = useQueryClient();
  const [path, setPath] = useState('');
  const feed = useQuery({ queryKey: KEY, queryFn: ({ signal }) => getFeed(signal) });
  const renew = useMutation({
    mutationFn: renewFeed,
    onSuccess: ({ path: made, since }) => {
      setPath(made);
      client.setQueryData(KEY, { since });
    },
  });
  return (
    <section className="card stack" aria-labelledby="feed">
      <h2 id="feed">{t.feedTitle}</h2>
      <p className="soft small">{t.feedLead}</p>
      {feed.isPending && <Skeleton lines={2} />}
      {feed.isError && <LoadFailed error={feed.error} retry={() => void feed.refetch()} />}
      {path !== '' && <Address path={path} />}
      {feed.isSuccess && feed.data.since === undefined && (
        <div>
          <Button
            look="primary"
            icon="calendar"
            busy={renew.isPending}
            onClick={() => renew.mutate()}
          >
            {t.feedMake}
          </Button>
        </div>
      )}
      {feed.data?.since !== undefined && (
        <Standing
          since={path === '' ? feed.data.since : undefined}
          busy={renew.isPending}
          onRenew={() => renew.mutate()}
          onEnded={() => setPath('')}
        />
      )}
      <ProblemNote error={renew.error} />
    </section>
  );
}

function Address({ path }: { path: string }) {
  const t = useMessages(agendaMessages);
  const toast = useToast();
  const id = useId();
  const address = `${window.location.origin}${path}`;
  return (
    <div className="stack stack--s">
      <p className="note note--warn">
        <Icon name="alert" />
        {t.feedOnce}
      </p>
      <div className="field">
        <label className="field__label" htmlFor={id}>
          {t.feedAddress}
        </label>
        <input
          id={id}
          className="input num"
          readOnly
          value={address}
          onFocus={(event) => event.target.select()}
        />
      </div>
      <div className="row">
        <a className="btn btn--primary" href={address.replace(/^https?:/, 'webcal:')}>
          <Icon name="calendar" />
          {t.feedOpen}
        </a>
        <Button
          onClick={() => {
            void navigator.clipboard.writeText(address).then(() => toast(t.feedCopied));
          }}
        >
          {t.feedCopy}
        </Button>
      </div>
    </div>
  );
}

interface StandingProps {
  since: string | undefined;
  busy: boolean;
  onRenew: () => void;
  onEnded: () => void;
}

/** What can be done about a feed that is there. */
function Standing({ since, busy, onRenew, onEnded }: StandingProps) {
  const t = useMessages(agendaMessages);
  const { language } = useLanguage();
  const client = useQueryClient();
  const toast = useToast();
  const [asking, setAsking] = useState<'renew' | 'end' | undefined>();
  const end = useMutation({
    mutationFn: endFeed,
    onSuccess: () => {
      setAsking(undefined);
      onEnded();
      client.setQueryData(KEY, {});
      toast(t.feedEnded);
    },
  });
  return (
    <>
      {since !== undefined && <p className="small">{t.feedSince(formatMoment(since, language))}</p>}
      <div className="row">
        <Button busy={busy} onClick={() => setAsking('renew')}>
          {t.feedRenew}
        </Button>
        <Button look="danger" onClick={() => setAsking('end')}>
          {t.feedEnd}
        </Button>
      </div>
      {asking === 'renew' && (
        <Confirm
          title={t.feedRenewTitle}
          confirm={t.feedRenew}
          busy={busy}
          error={null}
          onConfirm={() => {
            setAsking(undefined);
            onRenew();
          }}
          onClose={() => setAsking(undefined)}
        >
          <p>{t.feedRenewLead}</p>
        </Confirm>
      )}
      {asking === 'end' && (
        <Confirm
          title={t.feedEndTitle}
          confirm={t.feedEnd}
          danger
          busy={end.isPending}
          error={end.error}
          onConfirm={() => end.mutate()}
          onClose={() => setAsking(undefined)}
        >
          <p>{t.feedEndLead}</p>
        </Confirm>
      )}
    </>
  );
}
