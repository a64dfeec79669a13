import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { checkList, sendList } from '../../api/delegations';
import type { Delegation, Order } from '../../api/delegations';
import { Problem } from '../../api/problem';
import { useLanguage } from '../../i18n/language';
import { SubmissionKey } from '../../ui/useSubmission';

/**
 * The list that was chosen: it is checked at once, and again where the order or the language of the answer changes. Its
 * content is taken when it is chosen, so that what is sent is what was checked.
 */
export function useList(order: Order, onSent: (sent: Delegation) => void) {
  const { language } = useLanguage();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<File>();
  /** Counts the lists sent, so that the field begins anew. */
  const [round, setRound] = useState(0);
  /** Counts the files chosen, since two may have one name. */
  const [turn, setTurn] = useState(0);
  const check = useQuery({
    queryKey: ['list-check', order, turn, language],
    queryFn: () => checkList(order, chosen as File),
    enabled: chosen !== undefined,
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });
  const submission = useRef<SubmissionKey>(null);
  submission.current ??= new SubmissionKey();
  const key = submission.current;
  const sending = useMutation({
    mutationFn: (file: File) => sendList(order, file, key.keyFor({ order, turn })),
    onSuccess: (sent) => {
      key.settle();
      setChosen(undefined);
      setRound((before) => before + 1);
      onSent(sent);
    },
    onError: (error) => {
      key.settle(error);
      if (isFaulty(error)) {
        void check.refetch();
      }
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['delegations', order.eventId] }),
        client.invalidateQueries({ queryKey: ['event', order.eventId] }),
      ]),
  });
  return {
    file: chosen,
    round,
    check,
    sending: sending.isPending,
    /** Why it was not taken; what is wrong in it is the check's to say. */
    refusal: isFaulty(sending.error) ? null : sending.error,
    choose: async (file: File | undefined) => {
      sending.reset();
      const content = await file?.arrayBuffer();
      setChosen(file && content && new File([content], file.name, { type: file.type }));
      setTurn(turn + 1);
    },
    send: () => {
      if (chosen !== undefined) {
        sending.mutate(chosen);
      }
    },
  };
}

function isFaulty(error: unknown): boolean {
  return error instanceof Problem && error.slug === 'list-faulty';
}
