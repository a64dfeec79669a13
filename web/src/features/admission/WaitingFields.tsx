import { WEEKDAYS } from '../../api/admission';
import type { Admission, OnClash, WaitingRules, Weekday } from '../../api/admission';
import { useMessages } from '../../i18n/language';
import { CheckField, Choices } from '../../ui/Choices';
import { Field, NumberField, SelectField } from '../../ui/Field';
import { OFFICE_WAITING } from './admissionDraft';
import { admissionMessages } from './messages';

const CLASHES: readonly OnClash[] = ['allow', 'warn', 'refuse'];

/** Whether people can wait for a place, and how long one is held for them. */
export function WaitingFields({
  draft,
  onChange,
}: {
  draft: Admission;
  onChange: (draft: Admission) => void;
}) {
  const t = useMessages(admissionMessages);
  const { waiting } = draft;
  const toggle = (on: boolean) => {
    const next = { ...draft };
    delete next.waiting;
    onChange(on ? { ...next, waiting: OFFICE_WAITING } : next);
  };
  return (
    <section className="card stack" aria-labelledby="waiting-rules">
      <h3 id="waiting-rules">{t.waitingTitle}</h3>
      <CheckField
        label={t.waitingOn}
        name="waiting"
        hint={t.waitingLead}
        value={waiting !== undefined}
        onChange={toggle}
      />
      {waiting !== undefined && (
        <Rules waiting={waiting} onChange={(changed) => onChange({ ...draft, waiting: changed })} />
      )}
    </section>
  );
}

function Rules({
  waiting,
  onChange,
}: {
  waiting: WaitingRules;
  onChange: (waiting: WaitingRules) => void;
}) {
  const t = useMessages(admissionMessages);
  const hours = waiting.workingHours;
  const change = (part: Partial<WaitingRules>) => onChange({ ...waiting, ...part });
  return (
    <>
      <div className="grid-3">
        <NumberField
          label={t.offerHours}
          name="waiting.offerHours"
          min={1}
          max={720}
          value={waiting.offerHours}
          onChange={(offerHours) => change({ offerHours })}
        />
        {(['from', 'to'] as const).map((end) => (
          <Field key={end} label={t[end]} name={`waiting.workingHours.${end}`}>
            {(wiring) => (
              <input
                {...wiring}
                className="input"
                type="time"
                value={hours[end]}
                onChange={(event) =>
                  change({ workingHours: { ...hours, [end]: event.target.value } })
                }
              />
            )}
          </Field>
        ))}
      </div>
      <div className="admission__days">
        <Choices
          label={t.days}
          name="waiting.workingHours.days"
          many
          options={WEEKDAYS.map((day) => ({ value: day, label: t.weekdays[day] }))}
          value={hours.days}
          onChange={(days) => change({ workingHours: { ...hours, days: days as Weekday[] } })}
        />
      </div>
      <CheckField
        label={t.partialGroups}
        name="waiting.partialGroups"
        hint={t.partialLead}
        value={waiting.partialGroups}
        onChange={(partialGroups) => change({ partialGroups })}
      />
    </>
  );
}

/** What happens if a person has something else at the time. */
export function AgendaFields({
  draft,
  change,
}: {
  draft: Admission;
  change: (part: Partial<Admission>) => void;
}) {
  const t = useMessages(admissionMessages);
  const { agenda } = draft;
  return (
    <section className="card stack" aria-labelledby="agenda-rules">
      <h3 id="agenda-rules">{t.agendaTitle}</h3>
      <div className="grid-2">
        <SelectField
          label={t.onClash}
          name="agenda.onClash"
          value={agenda.onClash}
          onChange={(onClash) => change({ agenda: { ...agenda, onClash: onClash as OnClash } })}
        >
          {CLASHES.map((one) => (
            <option key={one} value={one}>
              {t.clashes[one]}
            </option>
          ))}
        </SelectField>
        <NumberField
          label={t.walkingMinutes}
          name="agenda.walkingMinutes"
          min={0}
          max={240}
          value={agenda.walkingMinutes}
          onChange={(walkingMinutes) => change({ agenda: { ...agenda, walkingMinutes } })}
        />
      </div>
    </section>
  );
}
