import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { getAgenda } from '../../api/agenda';
import { takeSlot } from '../../api/interviews';
import type { Slot } from '../../api/interviews';
import { useLanguage, useMessages } from '../../i18n/language';
import { formatClock, formatDay } from '../../time/format';
import { Confirm } from '../../ui/Dialog';
import { FieldErrorsOf, TextField } from '../../ui/Field';
import { useToast } from '../../ui/Toasts';
import { ClashNote } from '../agenda/ClashNote';
import { overlaps } from '../agenda/clashes';
import '../agenda/agenda.css';
import { useSession } from '../session/session';
import { interviewMessages } from './messages';

interface TakeSlotProps {
  fairId: string;
  company: string;
  slot: Slot;
  onClose: () => void;
}

/** Asks before a slot is taken, and says what else the person has at that time. */
export function TakeSlot({ fairId, company, slot, onClose }: TakeSlotProps) {
  const t = useMessages(interviewMessages);
  const { language } = useLanguage();
  const { data: session } = useSession();
  const [name, setName] = useState(session?.person?.name ?? '');
  const toast = useToast();
  const client = useQueryClient();
  const agenda = useQuery({
    queryKey: ['agenda'],
    queryFn: ({ signal }) => getAgenda(signal),
  });
  const refresh = () =>
    Promise.all(
      ['slots', 'booths', 'agenda'].map((key) => client.invalidateQueries({ queryKey: [key] })),
    );
  const take = useMutation({
    mutationFn: () => takeSlot(fairId, slot.id, name.trim()),
    onSuccess: async () => {
      toast(t.taken);
      onClose();
      await refresh();
    },
    onError: () => refresh(),
  });
  const other = agenda.data?.items.find(
    (item) => !(item.kind === 'registration' && item.eventId === fairId) && overlaps(item, slot),
  );
  return (
    <Confirm
      title={t.takeTitle}
      confirm={t.takeDo}
      busy={take.isPending}
      error={take.error}
      onConfirm={() => take.mutate()}
      onClose={onClose}
    >
      <p>
        <strong className="num">
          {formatDay(slot.startsAt, language)} {formatClock(slot.startsAt)}–
          {formatClock(slot.endsAt)}
        </strong>{' '}
        · {t.table(slot.table)}
      </p>
      <p className="soft">{t.takeLead(company)}</p>
      {other !== undefined && <ClashNote of={slot} with={other} />}
      <FieldErrorsOf error={take.error}>
        <TextField label={t.name} name="name" maxLength={100} value={name} onChange={setName} />
      </FieldErrorsOf>
    </Confirm>
  );
}
