import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { register } from '../../api/events';
import { Problem } from '../../api/problem';
import type { EventDetails, RegistrationRequest, Text } from '../../api/types';
import { joinWaiting } from '../../api/waiting';
import type { Group } from '../../api/waiting';
import { useMessages, useText } from '../../i18n/language';
import { useToast } from '../../ui/Toasts';
import { useSubmission } from '../../ui/useSubmission';
import { registrationMessages } from './messages';

/** A wish for a place, at once or in turn; a group gets its places in turn always. */
export interface Wish {
  waits: boolean;
  request: RegistrationRequest & { group?: Group };
}

type Made = 'done' | 'joined' | 'requestDone';

interface Outcome {
  id: string;
  made: Made;
  /** What else the person has at that time. */
  clash?: Text | undefined;
}

/** Sends a wish, and goes to what came of it. */
export function useWish(event: EventDetails) {
  const t = useMessages(registrationMessages);
  const text = useText();
  const [, navigate] = useLocation();
  const client = useQueryClient();
  const toast = useToast();
  const refresh = () => {
    void client.invalidateQueries({ queryKey: ['event', event.eventId] });
    void client.invalidateQueries({ queryKey: ['registrations'] });
    void client.invalidateQueries({ queryKey: ['form', event.eventId] });
    void client.invalidateQueries({ queryKey: ['waiting', event.eventId] });
  };
  return useSubmission(
    async (wish: Wish, key: string): Promise<Outcome> => {
      try {
        return await send(event.eventId, wish, key);
      } catch (error) {
        // What was refused may be so because something has changed since it was shown.
        refresh();
        throw error;
      }
    },
    ({ id, made, clash }) => {
      refresh();
      toast(t[made]);
      if (clash !== undefined) {
        toast(t.clashes(text(clash)));
      }
      navigate(`/tickets/${id}`, { replace: true });
    },
  );
}

async function send(eventId: string, { waits, request }: Wish, key: string): Promise<Outcome> {
  if (waits) {
    const entry = await joinWaiting(eventId, request, key);
    return { id: entry.registrationId, made: 'joined' };
  }
  const { id, status, clash } = await register(eventId, request, key);
  return { id, made: status === 'requested' ? 'requestDone' : 'done', clash: clash?.title };
}

/** The type of which the service has just said that it is full, whatever the page shows. */
export function foundFull(submission: ReturnType<typeof useWish>): string | undefined {
  return submission.error instanceof Problem && submission.error.slug === 'full'
    ? submission.variables?.request.ticketTypeId
    : undefined;
}
