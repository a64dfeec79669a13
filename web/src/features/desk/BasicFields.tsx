import type { EventRequest, Organisation } from '../../api/types';
import { useMessages, useText } from '../../i18n/language';
import { MomentField, SelectField, TextPairField } from '../../ui/Field';
import { deskMessages } from './messages';

/** What every event has: organiser, title, summary, time and place. */
export function BasicFields({
  draft,
  change,
  organisations,
}: {
  draft: EventRequest;
  change: (part: Partial<EventRequest>) => void;
  organisations: readonly Organisation[];
}) {
  const t = useMessages(deskMessages);
  const text = useText();
  const { venue } = draft;
  return (
    <section className="card stack" aria-labelledby="basics">
      <h2 id="basics">{t.basics}</h2>
      <SelectField
        label={t.organisation}
        name="organisationId"
        value={draft.organisationId}
        onChange={(organisationId) => change({ organisationId })}
      >
        {organisations.every(({ id }) => id !== draft.organisationId) && (
          <option value={draft.organisationId}>{draft.organisationId}</option>
        )}
        {organisations.map((organisation) => (
          <option key={organisation.id} value={organisation.id}>
            {text(organisation.name)}
          </option>
        ))}
      </SelectField>
      <TextPairField
        label={t.eventTitle}
        name="title"
        value={draft.title}
        onChange={(title) => change({ title })}
      />
      <TextPairField
        label={t.summary}
        name="summary"
        lines={3}
        value={draft.summary}
        onChange={(summary) => change({ summary })}
      />
      <div className="grid-2">
        <MomentField
          label={t.startsAt}
          name="startsAt"
          hint={t.timeHint}
          value={draft.startsAt}
          onChange={(startsAt) => change({ startsAt })}
        />
        <MomentField
          label={t.endsAt}
          name="endsAt"
          hint={t.timeHint}
          value={draft.endsAt}
          onChange={(endsAt) => change({ endsAt })}
        />
      </div>
      <TextPairField
        label={t.venueName}
        name="venue.name"
        value={venue.name}
        onChange={(name) => change({ venue: { ...venue, name } })}
      />
      <TextPairField
        label={t.venueAddress}
        name="venue.address"
        value={venue.address}
        onChange={(address) => change({ venue: { ...venue, address } })}
      />
    </section>
  );
}
