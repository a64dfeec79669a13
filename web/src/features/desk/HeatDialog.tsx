import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { createHeat, replaceHeat } from '../../api/owners';
import type { Competition, Entry, Heat, HeatRequest } from '../../api/types';
import { useMessages } from '../../i18n/language';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { FieldErrorsOf, MomentField, NumberField } from '../../ui/Field';
import { ProblemNote } from '../../ui/States';
import { useToast } from '../../ui/Toasts';
import { uiMessages } from '../../ui/messages';
import { useSubmission } from '../../ui/useSubmission';
import { entrantOf } from './entrants';
import { workMessages } from './workMessages';

const LONGEST_MINUTES = 24 * 60;
const USUAL_MINUTES = 120;

interface HeatDialogProps {
  competition: Competition;
  entries: readonly Entry[];
  heat: Heat | undefined;
  onClose: () => void;
}

/** Start, duration and who works where; a clash is told in the service's words. */
export function HeatDialog({ competition, entries, heat, onClose }: HeatDialogProps) {
  const t = useMessages(workMessages);
  const { cancel } = useMessages(uiMessages);
  const [draft, setDraft] = useState<HeatRequest>(() => ({
    startsAt: heat?.startsAt ?? competition.startsAt,
    durationMinutes: heat?.durationMinutes ?? USUAL_MINUTES,
    assignments:
      heat?.assignments.map(({ entryId, workstation }) => ({ entryId, workstation })) ?? [],
  }));
  const { send, reload, error, busy } = useSaveHeat(competition, heat, onClose);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    send(draft);
  };
  const seat = (workstation: string, entryId: string) =>
    setDraft((old) => ({ ...old, assignments: seated(old.assignments, workstation, entryId) }));
  return (
    <Dialog title={heat === undefined ? t.addHeat : t.editHeat} wide onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <FieldErrorsOf error={error}>
          <div className="grid-2">
            <MomentField
              label={t.heatStart}
              name="startsAt"
              value={draft.startsAt}
              onChange={(startsAt) => setDraft((old) => ({ ...old, startsAt }))}
            />
            <NumberField
              label={t.heatDuration}
              name="durationMinutes"
              min={1}
              max={LONGEST_MINUTES}
              value={draft.durationMinutes}
              onChange={(durationMinutes) => setDraft((old) => ({ ...old, durationMinutes }))}
            />
          </div>
          <fieldset>
            <legend className="field__label">{t.assignments}</legend>
            <div className="assignments">
              {competition.workstations.map((station) => (
                <div key={station} className="assignment">
                  <b>{station}</b>
                  <select
                    className="input"
                    aria-label={t.entryFor(station)}
                    value={entryAt(draft, station)}
                    onChange={(event) => seat(station, event.target.value)}
                  >
                    <option value="">{t.emptyStation}</option>
                    {entries.map((entry) => (
                      <option key={entry.id} value={entry.id}>
                        {entrantOf(entry)}
                      </option>
                    ))}
                  </select>
                </div>
              ))}
            </div>
          </fieldset>
        </FieldErrorsOf>
        <ProblemNote error={error} reload={reload} />
        <div className="dialog__actions">
          <Button onClick={onClose}>{cancel}</Button>
          <Button type="submit" look="primary" busy={busy}>
            {t.saveHeat}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function useSaveHeat(competition: Competition, heat: Heat | undefined, onClose: () => void) {
  const t = useMessages(workMessages);
  const toast = useToast();
  const client = useQueryClient();
  const done = () => {
    toast(t.heatSaved);
    onClose();
    void client.invalidateQueries({ queryKey: ['heats', competition.id] });
  };
  const create = useSubmission(
    (request: HeatRequest, key: string) => createHeat(competition.id, request, key),
    done,
  );
  const change = useMutation({
    mutationFn: (request: HeatRequest) =>
      replaceHeat(competition.id, heat?.id ?? '', heat?.version ?? 0, request),
    onSuccess: done,
  });
  const used = heat === undefined ? create : change;
  return {
    send: (request: HeatRequest) => used.mutate(request),
    reload: () => {
      onClose();
      void client.invalidateQueries({ queryKey: ['heats', competition.id] });
    },
    error: used.error,
    busy: used.isPending,
  };
}

function entryAt(draft: HeatRequest, station: string): string {
  return draft.assignments.find(({ workstation }) => workstation === station)?.entryId ?? '';
}

/** An entry sits at one workstation: taking another one leaves the first. */
function seated(
  assignments: HeatRequest['assignments'],
  workstation: string,
  entryId: string,
): HeatRequest['assignments'] {
  const others = assignments.filter(
    (one) => one.workstation !== workstation && one.entryId !== entryId,
  );
  return entryId === '' ? others : [...others, { entryId, workstation }];
}
