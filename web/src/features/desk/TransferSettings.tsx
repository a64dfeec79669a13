import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { getAdmission, saveAdmission } from '../../api/admission';
import type { Admission } from '../../api/admission';
import { getEvent } from '../../api/events';
import type { TicketType } from '../../api/types';
import { useMessages, useText } from '../../i18n/language';
import { Button } from '../../ui/Button';
import { CheckField } from '../../ui/Choices';
import { ProblemNote } from '../../ui/States';
import { useToast } from '../../ui/Toasts';
import { canBeTransferable, rulesOf, withTransferable } from './transferRules';
import { workMessages } from './workMessages';

/** Which tickets people may pass on to others; nothing while the event is not published. */
export function TransferSettings({ eventId }: { eventId: string }) {
  const event = useQuery({
    queryKey: ['event', eventId],
    queryFn: ({ signal }) => getEvent(eventId, signal),
  });
  const admission = useQuery({
    queryKey: ['admission', eventId],
    queryFn: ({ signal }) => getAdmission(eventId, signal),
  });
  if (event.data === undefined || admission.data === undefined) {
    return null;
  }
  return (
    <Settings
      key={admission.data.version}
      eventId={eventId}
      types={event.data.ticketTypes.filter(({ team }) => team === undefined)}
      settled={admission.data}
    />
  );
}

function Settings({
  eventId,
  types,
  settled,
}: {
  eventId: string;
  types: readonly TicketType[];
  settled: Admission;
}) {
  const t = useMessages(workMessages);
  const text = useText();
  const client = useQueryClient();
  const toast = useToast();
  const [draft, setDraft] = useState(settled);
  const reload = () => client.invalidateQueries({ queryKey: ['admission', eventId] });
  const save = useMutation({
    mutationFn: () => saveAdmission(eventId, draft),
    onSuccess: (saved) => {
      toast(t.transferSaved);
      client.setQueryData(['admission', eventId], saved);
    },
  });
  if (types.length === 0) {
    return null;
  }
  return (
    <fieldset className="card stack stack--s">
      <legend className="hidden-visually">{t.transferTitle}</legend>
      <h3>{t.transferTitle}</h3>
      <p className="soft small">{t.transferLead}</p>
      {types.map(({ id, name }) => {
        const rules = rulesOf(draft, id);
        const free = canBeTransferable(rules);
        return (
          <CheckField
            key={id}
            label={text(name)}
            name={`transferable.${id}`}
            hint={free ? undefined : t.transferNever}
            disabled={!free}
            value={free && rules.transferable !== false}
            onChange={(transferable) => setDraft(withTransferable(draft, id, transferable))}
          />
        );
      })}
      <ProblemNote error={save.error} reload={() => void reload()} />
      {draft !== settled && (
        <div>
          <Button look="primary" busy={save.isPending} onClick={() => save.mutate()}>
            {t.transferSave}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
