import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AgendaItem } from '../../api/agendaTypes';
import { giveSlotBack } from '../../api/interviews';
import { useMessages } from '../../i18n/language';
import { Confirm } from '../../ui/Dialog';
import { useToast } from '../../ui/Toasts';
import { interviewMessages } from './messages';

interface GiveBackProps {
  fairId: string;
  slotId: string;
  onClose: () => void;
}

/** Asks before the person's interview is given back. */
export function GiveBack({ fairId, slotId, onClose }: GiveBackProps) {
  const t = useMessages(interviewMessages);
  const toast = useToast();
  const client = useQueryClient();
  const giveBack = useMutation({
    mutationFn: () => giveSlotBack(fairId, slotId),
    onSuccess: async () => {
      toast(t.givenBack);
      onClose();
      // The agenda hears of it a moment later, so a new look at it would still show the interview.
      client.setQueryData<{ items: AgendaItem[] }>(['agenda'], (old) =>
        old === undefined ? old : { items: old.items.filter(({ id }) => id !== slotId) },
      );
      await Promise.all(
        ['slots', 'booths'].map((key) => client.invalidateQueries({ queryKey: [key] })),
      );
    },
  });
  return (
    <Confirm
      title={t.giveBackTitle}
      confirm={t.giveBack}
      danger
      busy={giveBack.isPending}
      error={giveBack.error}
      onConfirm={() => giveBack.mutate()}
      onClose={onClose}
    >
      <p>{t.giveBackLead}</p>
    </Confirm>
  );
}
