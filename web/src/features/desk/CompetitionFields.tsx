import { useState } from 'react';
import type { CompetitionRequest, EntryKind } from '../../api/types';
import { useMessages } from '../../i18n/language';
import { AreaField, MomentField, NumberField, TextPairField } from '../../ui/Field';
import { Segmented } from '../../ui/Segmented';
import { workstationsFrom } from './drafts';
import { deskMessages } from './messages';

const MOST_ENTRIES = 10_000;
const MOST_MEMBERS = 50;

/** What a competition has beyond other events: skill, rules, entries and workstations. */
export function CompetitionFields({
  draft,
  change,
}: {
  draft: CompetitionRequest;
  change: (part: Partial<CompetitionRequest>) => void;
}) {
  const t = useMessages(deskMessages);
  const [stations, setStations] = useState(draft.workstations.join(' '));
  return (
    <section className="card stack" aria-labelledby="contest">
      <h2 id="contest">{t.contest}</h2>
      <TextPairField
        label={t.skill}
        name="skill"
        value={draft.skill}
        onChange={(skill) => change({ skill })}
      />
      <TextPairField
        label={t.rules}
        name="rules"
        lines={5}
        value={draft.rules}
        onChange={(rules) => change({ rules })}
      />
      <EntryFields entry={draft.entry} onChange={(entry) => change({ entry })} />
      <div className="grid-3">
        <NumberField
          label={t.entryCapacity}
          name="capacity"
          min={1}
          max={MOST_ENTRIES}
          value={draft.capacity}
          onChange={(capacity) => change({ capacity })}
        />
        <MomentField
          label={t.opensAt}
          name="opensAt"
          value={draft.opensAt}
          onChange={(opensAt) => change({ opensAt })}
        />
        <MomentField
          label={t.closesAt}
          name="closesAt"
          value={draft.closesAt}
          onChange={(closesAt) => change({ closesAt })}
        />
      </div>
      <AreaField
        label={t.workstations}
        name="workstations"
        hint={t.workstationsHint}
        rows={2}
        value={stations}
        onChange={(typed) => {
          setStations(typed);
          change({ workstations: workstationsFrom(typed) });
        }}
      />
    </section>
  );
}

function EntryFields({
  entry,
  onChange,
}: {
  entry: EntryKind;
  onChange: (entry: EntryKind) => void;
}) {
  const t = useMessages(deskMessages);
  return (
    <>
      <div className="field">
        <span className="field__label">{t.entryKind}</span>
        <div>
          <Segmented
            label={t.entryKind}
            choices={[
              { value: 'person', label: t.person },
              { value: 'team', label: t.team },
            ]}
            value={entry.kind}
            onChange={(kind) =>
              onChange(kind === 'person' ? { kind } : { kind, minMembers: 2, maxMembers: 3 })
            }
          />
        </div>
      </div>
      {entry.kind === 'team' && (
        <div className="grid-3">
          <NumberField
            label={t.minMembers}
            name="entry.minMembers"
            min={1}
            max={MOST_MEMBERS}
            value={entry.minMembers ?? 2}
            onChange={(minMembers) => onChange({ ...entry, minMembers })}
          />
          <NumberField
            label={t.maxMembers}
            name="entry.maxMembers"
            min={1}
            max={MOST_MEMBERS}
            value={entry.maxMembers ?? 3}
            onChange={(maxMembers) => onChange({ ...entry, maxMembers })}
          />
        </div>
      )}
    </>
  );
}
