import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { itemsOf, listDeadLetters, replayDeadLetter } from '../../api/operations';
import type { DeadLetter, ServiceName } from '../../api/operationTypes';
import { SERVICES } from '../../api/operationTypes';
import { useLanguage, useMessages } from '../../i18n/language';
import { formatMoment } from '../../time/format';
import { Button } from '../../ui/Button';
import { Segmented } from '../../ui/Segmented';
import { Empty, LoadFailed, ProblemNote, Skeleton } from '../../ui/States';
import { useToast } from '../../ui/Toasts';
import { adminMessages } from './messages';

/** Messages that a service could not handle, to be replayed. */
export function DeadLettersPage() {
  const t = useMessages(adminMessages);
  const [service, setService] = useState<ServiceName>('registration');
  const letters = useQuery({
    queryKey: ['dead-letters', service],
    queryFn: async ({ signal }) => itemsOf(await listDeadLetters(service, signal)),
  });
  return (
    <section className="stack" aria-labelledby="dead-letters">
      <header>
        <h1 id="dead-letters">{t.deadLetters}</h1>
        <p className="soft">{t.deadLettersLead}</p>
      </header>
      <div>
        <Segmented
          label={t.service}
          choices={SERVICES.map((value) => ({ value, label: t.services[value] }))}
          value={service}
          onChange={setService}
        />
      </div>
      {letters.isPending && <Skeleton lines={4} />}
      {letters.isError && <LoadFailed error={letters.error} retry={() => void letters.refetch()} />}
      {letters.data?.length === 0 && <Empty title={t.noDeadLetters} />}
      {letters.data !== undefined && letters.data.length > 0 && (
        <div className="table-frame">
          <table className="table table--cards">
            <thead>
              <tr>
                <th scope="col">{t.messageType}</th>
                <th scope="col">{t.reason}</th>
                <th scope="col">{t.at}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {letters.data.map((letter) => (
                <LetterRow key={letter.id} service={service} letter={letter} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function LetterRow({ service, letter }: { service: ServiceName; letter: DeadLetter }) {
  const t = useMessages(adminMessages);
  const { language } = useLanguage();
  const toast = useToast();
  const client = useQueryClient();
  const replay = useMutation({
    mutationFn: () => replayDeadLetter(service, letter.id),
    onSuccess: async () => {
      toast(t.replayed);
      await client.invalidateQueries({ queryKey: ['dead-letters', service] });
    },
  });
  return (
    <tr>
      <td data-label={t.messageType}>{letter.type ?? letter.topic}</td>
      <td data-label={t.reason}>
        {letter.reason}
        <ProblemNote error={replay.error} />
      </td>
      <td data-label={t.at} className="num">
        {letter.at === undefined ? '' : formatMoment(letter.at, language)}
      </td>
      <td>
        <Button busy={replay.isPending} onClick={() => replay.mutate()}>
          {t.replay}
        </Button>
      </td>
    </tr>
  );
}
