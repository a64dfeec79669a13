import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { acceptTicket, declineTicket, listOfferedTickets } from '../../api/transfers';
import type { OfferedTicket } from '../../api/types';
import { useLanguage, useMessages, useText } from '../../i18n/language';
import { formatMoment } from '../../time/format';
import { Button } from '../../ui/Button';
import { ProblemNote } from '../../ui/States';
import { useToast } from '../../ui/Toasts';
import { KindTag, TimeRange, VenueLine } from '../events/parts';
import { registrationMessages } from './messages';

/** The tickets that others want to pass on to the caller; nothing where there are none. */
export function OfferedTickets() {
  const t = useMessages(registrationMessages);
  const offered = useQuery({
    queryKey: ['transfers'],
    queryFn: ({ signal }) => listOfferedTickets(signal),
  });
  if (offered.data === undefined || offered.data.length === 0) {
    return null;
  }
  return (
    <section className="stack">
      <h2 className="month__name">{t.offeredTitle}</h2>
      {offered.data.map((ticket) => (
        <Offered key={ticket.registrationId} ticket={ticket} />
      ))}
    </section>
  );
}

function Offered({ ticket }: { ticket: OfferedTicket }) {
  const t = useMessages(registrationMessages);
  const text = useText();
  const { language } = useLanguage();
  const client = useQueryClient();
  const toast = useToast();
  const [, navigate] = useLocation();
  const refresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['transfers'] }),
      client.invalidateQueries({ queryKey: ['registrations'] }),
    ]);
  const accept = useMutation({
    mutationFn: () => acceptTicket(ticket.registrationId),
    onSuccess: async (registration) => {
      client.setQueryData(['registration', registration.id], registration);
      toast(t.accepted);
      await refresh();
      navigate(`/tickets/${registration.id}`);
    },
  });
  const decline = useMutation({
    mutationFn: () => declineTicket(ticket.registrationId),
    onSuccess: async () => {
      toast(t.declined);
      await refresh();
    },
  });
  return (
    <article className={`card stack stack--s kind--${ticket.kind}`}>
      <div className="row">
        <KindTag kind={ticket.kind} />
        <span className="soft small">{text(ticket.ticketType.name)}</span>
      </div>
      <h3>{text(ticket.eventTitle)}</h3>
      <p className="soft">
        <TimeRange from={ticket.startsAt} to={ticket.endsAt} />
        <br />
        <VenueLine venue={ticket.venue} />
      </p>
      <p>{t.offeredBy(ticket.fromName, formatMoment(ticket.until, language))}</p>
      <ProblemNote error={accept.error ?? decline.error} />
      <div className="row">
        <Button look="primary" busy={accept.isPending} onClick={() => accept.mutate()}>
          {t.accept}
        </Button>
        <Button busy={decline.isPending} onClick={() => decline.mutate()}>
          {t.decline}
        </Button>
      </div>
    </article>
  );
}
