import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { approveRequest, rejectRequest } from '../../api/events';
import type { RegistrationRow, Text } from '../../api/types';
import { useMessages } from '../../i18n/language';
import { Button } from '../../ui/Button';
import { Confirm } from '../../ui/Dialog';
import { TextPairField } from '../../ui/Field';
import { ProblemNote } from '../../ui/States';
import { useToast } from '../../ui/Toasts';
import { bothSaid } from './reason';
import { workMessages } from './workMessages';

interface DecisionProps {
  row: RegistrationRow;
  eventId: string;
}

function useDecision(eventId: string, done: string, decide: () => Promise<unknown>) {
  const client = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: decide,
    onSuccess: () => toast(done),
    // Also after a refusal: somebody else may have decided.
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['registrations', eventId] }),
        client.invalidateQueries({ queryKey: ['event', eventId] }),
      ]),
  });
}

/** Yes or no to somebody who asks for a place. */
export function Decision({ row, eventId }: DecisionProps) {
  const t = useMessages(workMessages);
  const [refusing, setRefusing] = useState(false);
  const approve = useDecision(eventId, t.approved(row.name), () => approveRequest(row.id));
  return (
    <div className="stack stack--s">
      <div className="row decision">
        <Button look="primary" busy={approve.isPending} onClick={() => approve.mutate()}>
          {t.approve}
        </Button>
        <Button look="danger" onClick={() => setRefusing(true)}>
          {t.refuse}
        </Button>
      </div>
      <ProblemNote error={approve.error} />
      {refusing && <Refuse {...{ row, eventId }} onClose={() => setRefusing(false)} />}
    </div>
  );
}

function Refuse({ row, eventId, onClose }: DecisionProps & { onClose: () => void }) {
  const t = useMessages(workMessages);
  const [reason, setReason] = useState<Text>({ zh: '', en: '' });
  const refuse = useDecision(eventId, t.refused(row.name), () =>
    rejectRequest(row.id, bothSaid(reason)),
  );
  return (
    <Confirm
      title={t.refuseTitle(row.name)}
      confirm={t.refuse}
      danger
      busy={refuse.isPending}
      error={refuse.error}
      onConfirm={() => refuse.mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    >
      <TextPairField
        label={t.reason}
        name="reason"
        hint={t.reasonHint}
        optional
        value={reason}
        onChange={setReason}
      />
    </Confirm>
  );
}
