import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { getAdmission, saveAdmission } from '../../api/admission';
import type { Admission } from '../../api/admission';
import { getEvent } from '../../api/events';
import { fieldMessages } from '../../api/problem';
import type { EventDetails } from '../../api/types';
import { useMessages } from '../../i18n/language';
import { Button } from '../../ui/Button';
import { FieldErrorsOf, NumberField } from '../../ui/Field';
import { LoadFailed, ProblemNote, Skeleton } from '../../ui/States';
import { useToast } from '../../ui/Toasts';
import { Invitations } from './Invitations';
import { QuotaFields } from './QuotaFields';
import { TypeRulesFields } from './TypeRulesFields';
import { AgendaFields, WaitingFields } from './WaitingFields';
import { draftOf, refusedTypes, toSend } from './admissionDraft';
import { admissionMessages } from './messages';
import './admission.css';

const SETTLING_MS = 2000;

/** On which conditions people are let register, and the codes of those who are invited. */
export function AdmissionDesk({ eventId, published }: { eventId: string; published: boolean }) {
  const t = useMessages(admissionMessages);
  return published ? <Loaded eventId={eventId} /> : <p className="note">{t.publishFirst}</p>;
}

function Loaded({ eventId }: { eventId: string }) {
  const t = useMessages(admissionMessages);
  const event = useQuery({
    queryKey: ['event', eventId],
    queryFn: ({ signal }) => getEvent(eventId, signal),
  });
  const admission = useQuery({
    queryKey: ['admission', eventId],
    queryFn: ({ signal }) => getAdmission(eventId, signal),
    refetchInterval: ({ state }) => (state.data?.settling === true ? SETTLING_MS : false),
  });
  if (event.isError || admission.isError) {
    const retry = () => void Promise.all([event.refetch(), admission.refetch()]);
    return <LoadFailed error={event.error ?? admission.error} retry={retry} />;
  }
  if (event.isPending || admission.isPending) {
    return <Skeleton lines={6} />;
  }
  const byInvitation = new Set(
    admission.data.types.filter((rules) => rules.invitationOnly).map(({ typeId }) => typeId),
  );
  return (
    <div className="stack stack--l">
      {admission.data.settling && <p className="note editor">{t.settling}</p>}
      <Editor key={admission.data.version} event={event.data} settled={admission.data} />
      <Invitations
        eventId={eventId}
        types={event.data.ticketTypes}
        open={event.data.ticketTypes.filter(({ id }) => byInvitation.has(id))}
      />
    </div>
  );
}

function useSave(eventId: string) {
  const t = useMessages(admissionMessages);
  const client = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: (draft: Admission) => saveAdmission(eventId, toSend(draft)),
    onSuccess: (saved) => {
      toast(t.saved);
      client.setQueryData(['admission', eventId], saved);
      void client.invalidateQueries({ queryKey: ['event', eventId] });
    },
  });
}

function Editor({ event, settled }: { event: EventDetails; settled: Admission }) {
  const t = useMessages(admissionMessages);
  const client = useQueryClient();
  const { eventId, ticketTypes } = event;
  const [draft, setDraft] = useState(() => draftOf(settled, ticketTypes));
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const save = useSave(eventId);
  const change = (part: Partial<Admission>) => setDraft((old) => ({ ...old, ...part }));
  const openRefused = (error: unknown) => {
    const refused = refusedTypes(fieldMessages(error)).map((at) => draft.types[at]?.typeId);
    setOpened((open) => new Set([...open, ...refused.filter((id) => id !== undefined)]));
  };
  const submit = (submitted: SyntheticEvent) => {
    submitted.preventDefault();
    save.mutate(draft, { onError: openRefused });
  };
  return (
    <form className="editor stack" aria-labelledby="admission" onSubmit={submit}>
      <header>
        <h2 id="admission">{t.title}</h2>
        <p className="soft">{t.lead}</p>
      </header>
      <FieldErrorsOf error={save.error}>
        <TypeRulesFields {...{ draft, ticketTypes, opened, setOpened }} onChange={setDraft} />
        <section className="card stack" aria-labelledby="per-person">
          <h3 id="per-person">{t.limitTitle}</h3>
          <div className="admission__short">
            <NumberField
              label={t.perPersonLimit}
              name="perPersonLimit"
              min={1}
              max={20}
              value={draft.perPersonLimit}
              onChange={(perPersonLimit) => change({ perPersonLimit })}
            />
          </div>
        </section>
        <QuotaFields {...{ draft, ticketTypes, change }} />
        <WaitingFields {...{ draft }} onChange={setDraft} />
        <AgendaFields {...{ draft, change }} />
      </FieldErrorsOf>
      <div className="editor__foot">
        <ProblemNote
          error={save.error}
          reload={() => void client.invalidateQueries({ queryKey: ['admission', eventId] })}
        />
        <div>
          <Button type="submit" look="primary" busy={save.isPending}>
            {t.save}
          </Button>
        </div>
      </div>
    </form>
  );
}
