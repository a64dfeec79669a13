import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { cancelRegistration, ticketPdfPath } from '../../api/events';
import type { Registration, RegistrationStatus } from '../../api/types';
import { useLanguage, useMessages, useText } from '../../i18n/language';
import { Button, ButtonLink, DownloadLink } from '../../ui/Button';
import { Confirm } from '../../ui/Dialog';
import { useToast } from '../../ui/Toasts';
import { registrationMessages } from './messages';

/** The states that a person ends here, and what ending them is called; an offer has its own buttons. */
const ENDING: Partial<Record<RegistrationStatus, 'ticket' | 'request' | 'waiting'>> = {
  confirmed: 'ticket',
  requested: 'request',
  waiting: 'waiting',
};

/** What one can do with a registration, whatever comes in its place of a code. */
export function TicketActions({ registration }: { registration: Registration }) {
  const t = useMessages(registrationMessages);
  const { language } = useLanguage();
  const [asking, setAsking] = useState(false);
  const ending = ENDING[registration.status];
  return (
    <div className="row row--apart">
      <div className="row">
        <ButtonLink href={`/events/${registration.eventId}`}>{t.toEvent}</ButtonLink>
        {registration.ticket?.token !== undefined && (
          <DownloadLink href={ticketPdfPath(registration.id, language)} icon="download">
            {t.downloadPdf}
          </DownloadLink>
        )}
      </div>
      {ending !== undefined && (
        <Button look="danger" onClick={() => setAsking(true)}>
          {t.ending[ending].act}
        </Button>
      )}
      {asking && ending !== undefined && (
        <End registration={registration} what={ending} onClose={() => setAsking(false)} />
      )}
    </div>
  );
}

function End({
  registration,
  what,
  onClose,
}: {
  registration: Registration;
  what: 'ticket' | 'request' | 'waiting';
  onClose: () => void;
}) {
  const words = useMessages(registrationMessages).ending[what];
  const text = useText();
  const client = useQueryClient();
  const toast = useToast();
  const cancel = useMutation({
    mutationFn: () => cancelRegistration(registration.id),
    onSuccess: async () => {
      onClose();
      toast(words.done);
      await Promise.all([
        client.invalidateQueries({ queryKey: ['registration', registration.id] }),
        client.invalidateQueries({ queryKey: ['registrations'] }),
        client.invalidateQueries({ queryKey: ['event', registration.eventId] }),
        client.invalidateQueries({ queryKey: ['waiting', registration.eventId] }),
      ]);
    },
  });
  return (
    <Confirm
      title={words.title}
      confirm={words.act}
      danger
      busy={cancel.isPending}
      error={cancel.error}
      onConfirm={() => cancel.mutate()}
      onClose={onClose}
    >
      <p>{words.lead(text(registration.eventTitle))}</p>
    </Confirm>
  );
}
