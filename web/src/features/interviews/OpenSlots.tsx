import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { getEvent } from '../../api/events';
import { openInterviews } from '../../api/interviews';
import type { Interview, OpeningRequest } from '../../api/interviews';
import type { EventDetails } from '../../api/types';
import { useLanguage, useMessages } from '../../i18n/language';
import { formatClock, formatRange } from '../../time/format';
import { plusMinutes } from '../../time/zone';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { FieldErrorsOf, MomentField, NumberField } from '../../ui/Field';
import { LoadFailed, ProblemNote, Skeleton } from '../../ui/States';
import { useToast } from '../../ui/Toasts';
import { uiMessages } from '../../ui/messages';
import { useSubmission } from '../../ui/useSubmission';
import { interviewMessages } from './messages';

const USUAL_MINUTES = 20;
const USUAL_COUNT = 6;

interface OpenSlotsProps {
  fairId: string;
  applicationId: string;
  /** The last slot that is there, behind which one will go on. */
  last: Interview | undefined;
  onClose: () => void;
}

/** Asks when the first slot starts and how many follow. */
export function OpenSlots(props: OpenSlotsProps) {
  const t = useMessages(interviewMessages);
  const fair = useQuery({
    queryKey: ['event', props.fairId],
    queryFn: ({ signal }) => getEvent(props.fairId, signal),
  });
  return (
    <Dialog title={t.openTitle} onClose={props.onClose}>
      {fair.isPending && <Skeleton lines={4} />}
      {fair.isError && <LoadFailed error={fair.error} retry={() => void fair.refetch()} />}
      {fair.isSuccess && <Form {...props} fair={fair.data} />}
    </Dialog>
  );
}

function Form({
  fairId,
  applicationId,
  last,
  fair,
  onClose,
}: OpenSlotsProps & { fair: EventDetails }) {
  const t = useMessages(interviewMessages);
  const { cancel } = useMessages(uiMessages);
  const { language } = useLanguage();
  const toast = useToast();
  const client = useQueryClient();
  const [draft, setDraft] = useState<OpeningRequest>(() => {
    const startsAt = last?.endsAt ?? fair.startsAt;
    const left = Math.floor((Date.parse(fair.endsAt) - Date.parse(startsAt)) / 60_000);
    const count = Math.min(USUAL_COUNT, Math.max(1, Math.floor(left / USUAL_MINUTES)));
    return { table: last?.table ?? 1, startsAt, minutes: USUAL_MINUTES, gapMinutes: 0, count };
  });
  const set = (part: Partial<OpeningRequest>) => setDraft((old) => ({ ...old, ...part }));
  const open = useSubmission(
    (request: OpeningRequest, key: string) => openInterviews(fairId, applicationId, request, key),
    () => {
      toast(t.opened);
      onClose();
      void client.invalidateQueries({ queryKey: ['interviews', applicationId] });
    },
  );
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    open.mutate(draft);
  };
  return (
    <form className="stack" onSubmit={submit}>
      <FieldErrorsOf error={open.error}>
        <MomentField
          label={t.start}
          name="startsAt"
          hint={t.startHint(formatRange(fair.startsAt, fair.endsAt, language))}
          value={draft.startsAt}
          onChange={(startsAt) => set({ startsAt })}
        />
        <div className="grid-2">
          <NumberField
            label={t.minutes}
            name="minutes"
            min={5}
            max={240}
            value={draft.minutes}
            onChange={(minutes) => set({ minutes })}
          />
          <NumberField
            label={t.gap}
            name="gapMinutes"
            min={0}
            max={240}
            value={draft.gapMinutes}
            onChange={(gapMinutes) => set({ gapMinutes })}
          />
          <NumberField
            label={t.count}
            name="count"
            min={1}
            max={50}
            value={draft.count}
            onChange={(count) => set({ count })}
          />
          <NumberField
            label={t.tableField}
            name="table"
            min={1}
            max={20}
            value={draft.table}
            onChange={(table) => set({ table })}
          />
        </div>
      </FieldErrorsOf>
      {draft.startsAt !== '' && draft.count > 0 && (
        <p className="soft small">{t.until(formatClock(endOf(draft)))}</p>
      )}
      <ProblemNote error={open.error} />
      <div className="dialog__actions">
        <Button onClick={onClose}>{cancel}</Button>
        <Button type="submit" look="primary" busy={open.isPending}>
          {t.openDo}
        </Button>
      </div>
    </form>
  );
}

/** When the last of the slots ends. */
function endOf({ startsAt, minutes, gapMinutes, count }: OpeningRequest): string {
  return plusMinutes(startsAt, count * minutes + (count - 1) * gapMinutes);
}
