import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import type { Door, Entrance, ReEntry, Zone } from '../../api/door';
import { putEntrance } from '../../api/door';
import type { Text } from '../../api/types';
import { useMessages, useText } from '../../i18n/language';
import { Button, IconButton } from '../../ui/Button';
import { FieldErrorsOf, SelectField, TextPairField } from '../../ui/Field';
import { ProblemNote } from '../../ui/States';
import { useToast } from '../../ui/Toasts';
import { toggled, withDoor, withZone, withoutZone } from './entranceDraft';
import { entranceMessages } from './entranceMessages';

const RE_ENTRIES: readonly ReEntry[] = ['none', 'check-out', 'daily', 'free'];

interface TypeName {
  id: string;
  name: Text;
}

/** Which doors there are, where they lead, and who may come in again. */
export function EntranceEditor({
  eventId,
  entrance,
  ticketTypes,
}: {
  eventId: string;
  entrance: Entrance;
  ticketTypes: readonly TypeName[];
}) {
  const t = useMessages(entranceMessages);
  const toast = useToast();
  const client = useQueryClient();
  const [draft, setDraft] = useState(entrance);
  const reload = () => client.invalidateQueries({ queryKey: ['entrance', eventId] });
  const save = useMutation({
    mutationFn: () => putEntrance(eventId, draft),
    onSuccess: async () => {
      toast(t.saved);
      await reload();
    },
  });
  const submit = (submitted: SyntheticEvent) => {
    submitted.preventDefault();
    save.mutate();
  };
  return (
    <FieldErrorsOf error={save.error}>
      <form className="card stack" aria-labelledby="doors" onSubmit={submit}>
        <h2 id="doors">{t.doors}</h2>
        <p className="soft">{t.doorsLead}</p>
        {draft.zones.map((zone, index) => (
          <ZoneFields
            key={zone.id}
            {...{ zone, index, ticketTypes }}
            onChange={(changed) => setDraft({ ...draft, zones: draft.zones.with(index, changed) })}
            onRemove={() => setDraft(withoutZone(draft, zone.id))}
          />
        ))}
        <div>
          <Button icon="plus" onClick={() => setDraft(withZone(draft))}>
            {t.addZone}
          </Button>
        </div>
        <div className="entrance__doors stack">
          {draft.doors.map((door, index) => (
            <DoorFields
              key={door.id}
              {...{ door, index, zones: draft.zones }}
              onChange={(changed) =>
                setDraft({ ...draft, doors: draft.doors.with(index, changed) })
              }
              onRemove={() =>
                setDraft({ ...draft, doors: draft.doors.filter(({ id }) => id !== door.id) })
              }
            />
          ))}
          <div className="row">
            <Button
              icon="plus"
              disabled={draft.zones.length === 0}
              onClick={() => setDraft(withDoor(draft))}
            >
              {t.addDoor}
            </Button>
            {draft.zones.length === 0 && <span className="soft small">{t.needsZone}</span>}
          </div>
        </div>
        <ProblemNote error={save.error} reload={() => void reload()} />
        <Button type="submit" look="primary" busy={save.isPending}>
          {t.save}
        </Button>
      </form>
    </FieldErrorsOf>
  );
}

function ZoneFields({
  zone,
  index,
  ticketTypes,
  onChange,
  onRemove,
}: {
  zone: Zone;
  index: number;
  ticketTypes: readonly TypeName[];
  onChange: (zone: Zone) => void;
  onRemove: () => void;
}) {
  const t = useMessages(entranceMessages);
  const title = t.zoneNumber(index + 1);
  return (
    <div className="part stack" role="group" aria-label={title}>
      <Head title={title} onRemove={onRemove} />
      <TextPairField
        label={t.zoneName(index + 1)}
        name={`zones.${index}.name`}
        value={zone.name}
        onChange={(name) => onChange({ ...zone, name })}
      />
      <SelectField
        label={t.reEntry}
        name={`zones.${index}.reEntry`}
        value={zone.reEntry}
        onChange={(reEntry) => onChange({ ...zone, reEntry: reEntry as ReEntry })}
      >
        {RE_ENTRIES.map((rule) => (
          <option key={rule} value={rule}>
            {t.reEntries[rule]}
          </option>
        ))}
      </SelectField>
      <Choices
        label={t.openTo}
        hint={t.openToAll}
        name={`zones.${index}.ticketTypeIds`}
        choices={ticketTypes}
        chosen={zone.ticketTypeIds}
        onChange={(ticketTypeIds) => onChange({ ...zone, ticketTypeIds })}
      />
    </div>
  );
}

function DoorFields({
  door,
  index,
  zones,
  onChange,
  onRemove,
}: {
  door: Door;
  index: number;
  zones: readonly Zone[];
  onChange: (door: Door) => void;
  onRemove: () => void;
}) {
  const t = useMessages(entranceMessages);
  const title = t.doorNumber(index + 1);
  return (
    <div className="part stack" role="group" aria-label={title}>
      <Head title={title} onRemove={onRemove} />
      <TextPairField
        label={t.doorName(index + 1)}
        name={`doors.${index}.name`}
        value={door.name}
        onChange={(name) => onChange({ ...door, name })}
      />
      <Choices
        label={t.leadsTo}
        name={`doors.${index}.zoneIds`}
        choices={zones}
        chosen={door.zoneIds}
        onChange={(zoneIds) => onChange({ ...door, zoneIds })}
      />
    </div>
  );
}

function Head({ title, onRemove }: { title: string; onRemove: () => void }) {
  const t = useMessages(entranceMessages);
  return (
    <div className="row row--apart">
      <h3>{title}</h3>
      <IconButton icon="trash" label={t.remove(title)} onClick={onRemove} />
    </div>
  );
}

function Choices({
  label,
  hint,
  name,
  choices,
  chosen,
  onChange,
}: {
  label: string;
  hint?: string;
  name: string;
  choices: readonly TypeName[];
  chosen: readonly string[];
  onChange: (ids: string[]) => void;
}) {
  const t = useMessages(entranceMessages);
  const text = useText();
  return (
    <fieldset className="choices">
      <legend className="field__label">{label}</legend>
      <div className="row">
        {choices.map((choice, index) => (
          <label key={choice.id} className="choices__one">
            <input
              type="checkbox"
              name={name}
              checked={chosen.includes(choice.id)}
              onChange={() => onChange(toggled(chosen, choice.id))}
            />
            {text(choice.name) || t.zoneNumber(index + 1)}
          </label>
        ))}
      </div>
      {hint !== undefined && <span className="field__hint">{hint}</span>}
    </fieldset>
  );
}
