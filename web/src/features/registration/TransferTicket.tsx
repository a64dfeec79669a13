import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { getTransfer, offerTicket, withdrawOffer } from '../../api/transfers';
import type { Registration } from '../../api/types';
import { useLanguage, useMessages } from '../../i18n/language';
import { formatMoment } from '../../time/format';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { FieldErrorsOf, TextField } from '../../ui/Field';
import { Icon } from '../../ui/Icon';
import { ProblemNote } from '../../ui/States';
import { useToast } from '../../ui/Toasts';
import { registrationMessages } from './messages';
import { normalisedPhone } from './phone';

/** Passing a ticket on: the offer that stands, or the way to make one. */
export function TransferTicket({ registration }: { registration: Registration }) {
  const t = useMessages(registrationMessages);
  const { language } = useLanguage();
  const client = useQueryClient();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const key = ['transfer', registration.id];
  const transfer = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => getTransfer(registration.id, signal),
  });
  const withdraw = useMutation({
    mutationFn: () => withdrawOffer(registration.id),
    onSuccess: async () => {
      toast(t.withdrawn);
      await client.invalidateQueries({ queryKey: key });
    },
  });
  const offer = transfer.data?.offer;
  if (offer !== undefined) {
    return (
      <div className="card stack stack--s" role="status">
        <p>{t.transferPending(offer.to, formatMoment(offer.until, language))}</p>
        <ProblemNote error={withdraw.error} />
        <div>
          <Button busy={withdraw.isPending} onClick={() => withdraw.mutate()}>
            {t.withdraw}
          </Button>
        </div>
      </div>
    );
  }
  return transfer.data?.allowed === true ? (
    <>
      <Button wide icon="user" onClick={() => setAsking(true)}>
        {t.transfer}
      </Button>
      {asking && <OfferDialog registrationId={registration.id} close={() => setAsking(false)} />}
    </>
  ) : null;
}

function OfferDialog({ registrationId, close }: { registrationId: string; close: () => void }) {
  const t = useMessages(registrationMessages);
  const client = useQueryClient();
  const [to, setTo] = useState('');
  const offer = useMutation({
    mutationFn: () =>
      offerTicket(registrationId, to.includes('@') ? to.trim() : normalisedPhone(to)),
    onSuccess: (transfer) => {
      client.setQueryData(['transfer', registrationId], transfer);
      close();
    },
  });
  const send = (submit: SyntheticEvent) => {
    submit.preventDefault();
    offer.mutate();
  };
  return (
    <Dialog title={t.transferTitle} onClose={close}>
      <form className="stack" onSubmit={send}>
        <p className="note">
          <Icon name="alert" />
          {t.transferLead}
        </p>
        <FieldErrorsOf error={offer.error}>
          <TextField
            label={t.transferTo}
            name="to"
            value={to}
            onChange={setTo}
            autoComplete="off"
            maxLength={254}
          />
        </FieldErrorsOf>
        <ProblemNote error={offer.error} />
        <Button type="submit" look="primary" wide busy={offer.isPending}>
          {t.transferSend}
        </Button>
      </form>
    </Dialog>
  );
}
