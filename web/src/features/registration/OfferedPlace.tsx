import { useMutation, useQueryClient } from '@tanstack/react-query';
import { leaveOfferedPlace, takeOfferedPlace } from '../../api/waiting';
import type { Registration } from '../../api/types';
import { useMessages } from '../../i18n/language';
import { Button } from '../../ui/Button';
import { ProblemNote } from '../../ui/States';
import { useToast } from '../../ui/Toasts';
import { registrationMessages } from './messages';

/** A place is held: the person takes it, or leaves it to the next. */
export function OfferedPlace({ registration }: { registration: Registration }) {
  const t = useMessages(registrationMessages);
  const client = useQueryClient();
  const toast = useToast();
  const refresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['registration', registration.id] }),
      client.invalidateQueries({ queryKey: ['registrations'] }),
    ]);
  const take = useMutation({
    mutationFn: () => takeOfferedPlace(registration.id),
    onSuccess: async () => {
      toast(t.done);
      await refresh();
    },
  });
  const leave = useMutation({
    mutationFn: () => leaveOfferedPlace(registration.id),
    onSuccess: async () => {
      toast(t.placeLeft);
      await refresh();
    },
  });
  return (
    <div className="stack stack--s">
      <ProblemNote error={take.error ?? leave.error} />
      <div className="row">
        <Button look="primary" busy={take.isPending} onClick={() => take.mutate()}>
          {t.takePlace}
        </Button>
        <Button busy={leave.isPending} onClick={() => leave.mutate()}>
          {t.leavePlace}
        </Button>
      </div>
    </div>
  );
}
