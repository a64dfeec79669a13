import { useState } from 'react';
import type { Order } from '../../api/delegations';
import type { Question } from '../../api/forms';
import type { EventDetails, TicketType } from '../../api/types';
import { useMessages } from '../../i18n/language';
import { Button } from '../../ui/Button';
import { Field, FieldErrorsOf } from '../../ui/Field';
import { Icon } from '../../ui/Icon';
import { ProblemNote } from '../../ui/States';
import { useToast } from '../../ui/Toasts';
import { TypeChoice, availability } from '../registration/TypeChoice';
import { FaultTable } from './FaultTable';
import { ListColumns } from './ListColumns';
import { delegationMessages } from './messages';
import { useList } from './useList';

const KINDS =
  '.csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Choosing what kind of place and which file; the file is checked before anything is sent. */
export function NewList({
  event,
  school,
  questions,
  onSent,
}: {
  event: EventDetails;
  school: string;
  questions: readonly Question[];
  onSent: (id: string) => void;
}) {
  const t = useMessages(delegationMessages);
  const toast = useToast();
  const types = event.ticketTypes.filter(
    ({ team, invitationOnly }) => team === undefined && invitationOnly !== true,
  );
  const now = Date.now();
  const stateOf = (type: TicketType) => availability(type, { waitingList: false }, false, now);
  const [typeId, setTypeId] = useState(
    () => types.find((type) => stateOf(type) === 'open')?.id ?? types[0]?.id ?? '',
  );
  const order: Order = { eventId: event.eventId, ticketTypeId: typeId, organisationId: school };
  const list = useList(order, ({ id }) => {
    toast(t.started);
    onSent(id);
  });
  if (types.length === 0) {
    return <p className="note note--warn">{t.noTypes}</p>;
  }
  return (
    <section className="stack">
      <FieldErrorsOf error={list.refusal ?? list.check.error}>
        <TypeChoice types={types} stateOf={stateOf} value={typeId} onChange={setTypeId} />
        <ListColumns questions={questions} />
        <Field label={t.file} name="file" hint={t.fileHint}>
          {(wiring) => (
            <input
              key={list.round}
              {...wiring}
              className="input"
              type="file"
              accept={KINDS}
              // A corrected file of the same name is a new choice only where none is chosen.
              onClick={({ currentTarget }) => (currentTarget.value = '')}
              onChange={({ target }) => void list.choose(target.files?.[0])}
            />
          )}
        </Field>
      </FieldErrorsOf>
      <Checked list={list} questions={questions} />
    </section>
  );
}

function Checked({
  list: { file, check, sending, refusal, send },
  questions,
}: {
  list: ReturnType<typeof useList>;
  questions: readonly Question[];
}) {
  const t = useMessages(delegationMessages);
  return (
    <div className="stack" aria-live="polite">
      {check.isFetching && <p className="soft">{t.checking}</p>}
      <ProblemNote error={refusal ?? check.error} />
      {file !== undefined && !check.isFetching && check.data?.good === false && (
        <FaultTable faults={check.data.faults} questions={questions} />
      )}
      {file !== undefined && !check.isFetching && check.data?.good === true && (
        <>
          <div className="note note--good">
            <Icon name="check" />
            <p>
              <strong>{file.name}</strong>
              <br />
              {t.good(check.data.rows)}
            </p>
          </div>
          <Button look="primary" wide busy={sending} onClick={send}>
            {t.start(check.data.rows)}
          </Button>
        </>
      )}
    </div>
  );
}
