import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import type { OddCase } from '../../api/door';
import { listOddCases, reconciliationFile, settleDoubts } from '../../api/door';
import { useLanguage, useMessages, useText } from '../../i18n/language';
import { formatMoment } from '../../time/format';
import { Button } from '../../ui/Button';
import { FieldErrorsOf, TextField } from '../../ui/Field';
import { LoadMore } from '../../ui/LoadMore';
import { Segmented } from '../../ui/Segmented';
import { LoadFailed, ProblemNote, Skeleton } from '../../ui/States';
import { useToast } from '../../ui/Toasts';
import { usePages } from '../../ui/usePages';
import { entranceMessages } from './entranceMessages';

const SHOWN_OF_DEVICE = 8;

/** Who was let in and should not have been, where and when, and what came of it. */
export function OddCases({ eventId, file = false }: { eventId: string; file?: boolean }) {
  const t = useMessages(entranceMessages);
  const [view, setView] = useState<'open' | 'all'>('open');
  const pages = usePages(['odd-cases', eventId, view], (cursor, signal) =>
    listOddCases(eventId, view === 'open', cursor, signal),
  );
  return (
    <section className="card stack" aria-labelledby="odd-cases">
      <div className="row row--apart">
        <h2 id="odd-cases">{t.reconciliation}</h2>
        {file && (
          <a className="btn" href={reconciliationFile(eventId)} download>
            {t.download}
          </a>
        )}
      </div>
      <p className="soft">{t.reconciliationLead}</p>
      <div>
        <Segmented
          label={t.reconciliation}
          choices={[
            { value: 'open', label: t.openCases },
            { value: 'all', label: t.allCases },
          ]}
          value={view}
          onChange={setView}
        />
      </div>
      {pages.isPending && <Skeleton lines={3} />}
      {pages.isError && <LoadFailed error={pages.error} retry={() => void pages.refetch()} />}
      {pages.isSuccess && pages.items.length === 0 && (
        <p>
          <span className="tag tag--good">{view === 'open' ? t.nothingOpen : t.allWell}</span>
        </p>
      )}
      {pages.items.length > 0 && (
        <ul className="odd">
          {pages.items.map((one) => (
            <Case key={one.registrationId} one={one} eventId={eventId} />
          ))}
        </ul>
      )}
      <LoadMore pages={pages} />
    </section>
  );
}

function Case({ one, eventId }: { one: OddCase; eventId: string }) {
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
              <span className={scan.settled === undefined ? 'tag tag--bad' : 'tag'}>
                {t.doubts[scan.doubt]}
              </span>
            )}
            {scan.undoneAt !== undefined && <span className="tag">{t.takenBack}</span>}
            {scan.settled !== undefined && (
              <span className="odd__settled">
                {t.settledWith(
                  scan.settled.note,
                  [scan.settled.byName ?? '', formatMoment(scan.settled.at, language)]
                    .filter((part) => part !== '')
                    .join(' · '),
                )}
              </span>
            )}
          </li>
        ))}
      </ol>
      {one.open > 0 && <Settle key={one.open} {...{ one, eventId }} />}
    </li>
  );
}

/** Says what it was. Only what is shown is settled: what is heard meanwhile stays open. */
function Settle({ one, eventId }: { one: OddCase; eventId: string }) {
  const t = useMessages(entranceMessages);
  const client = useQueryClient();
  const toast = useToast();
  const [writing, setWriting] = useState(false);
  const [note, setNote] = useState('');
  const scans = one.scans
    .filter(({ doubt, settled }) => doubt !== undefined && settled === undefined)
    .map(({ nonce }) => nonce);
  const settle = useMutation({
    mutationFn: () => settleDoubts(eventId, one.registrationId, { note: note.trim(), scans }),
    onSuccess: () => {
      toast(t.settled(one.name));
      return client.invalidateQueries({ queryKey: ['odd-cases', eventId] });
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    settle.mutate();
  };
  if (!writing) {
    return (
      <div>
        <Button icon="check" onClick={() => setWriting(true)}>
          {t.settle}
        </Button>
      </div>
    );
  }
  return (
    <form className="stack stack--s" onSubmit={submit}>
      <FieldErrorsOf error={settle.error}>
        <TextField
          label={t.settleNote}
          name="note"
          hint={t.settleHint}
          maxLength={500}
          value={note}
          onChange={setNote}
        />
      </FieldErrorsOf>
      <ProblemNote error={settle.error} />
      <div className="row">
        <Button type="submit" look="primary" busy={settle.isPending}>
          {t.settleSave}
        </Button>
        <Button look="quiet" onClick={() => setWriting(false)}>
          {t.settleNot}
        </Button>
      </div>
    </form>
  );
}
