import { useState } from 'react';
import type { BoothPlace, FairRequest, Hall } from '../../api/types';
import { useMessages } from '../../i18n/language';
import { BoothGrid } from '../../ui/BoothGrid';
import { Button, IconButton } from '../../ui/Button';
import { NumberField, SelectField, TextField, TextPairField } from '../../ui/Field';
import { emptyHall } from './drafts';
import { deskMessages } from './messages';
import type { Numbering } from './numbering';
import { boothNumber, fullGrid, regenerated, within } from './numbering';

const MOST_COLUMNS = 60;
const MOST_BOOTHS_PER_COMPANY = 20;

/** A fair's halls, each with a grid of numbered booths. */
export function HallFields({
  draft,
  change,
}: {
  draft: FairRequest;
  change: (part: Partial<FairRequest>) => void;
}) {
  const t = useMessages(deskMessages);
  const { halls } = draft;
  const replace = (at: number, part: Partial<Hall>) =>
    change({ halls: halls.map((hall, index) => (index === at ? { ...hall, ...part } : hall)) });
  return (
    <section className="card stack" aria-labelledby="halls">
      <h2 id="halls">{t.halls}</h2>
      {halls.map((hall, index) => (
        <HallEditor
          key={hall.id ?? index}
          index={index}
          hall={hall}
          onChange={(part) => replace(index, part)}
          onRemove={
            halls.length > 1
              ? () => change({ halls: halls.filter((_, at) => at !== index) })
              : undefined
          }
        />
      ))}
      <div>
        <Button icon="plus" onClick={() => change({ halls: [...halls, emptyHall()] })}>
          {t.addHall}
        </Button>
      </div>
      <div className="grid-3">
        <NumberField
          label={t.boothsPerCompany}
          name="boothsPerCompany"
          min={1}
          max={MOST_BOOTHS_PER_COMPANY}
          value={draft.boothsPerCompany}
          onChange={(boothsPerCompany) => change({ boothsPerCompany })}
        />
      </div>
    </section>
  );
}

interface HallEditorProps {
  index: number;
  hall: Hall;
  onChange: (part: Partial<Hall>) => void;
  onRemove: (() => void) | undefined;
}

function HallEditor({ index, hall, onChange, onRemove }: HallEditorProps) {
  const t = useMessages(deskMessages);
  const [numbering, setNumbering] = useState<Numbering>('by-row');
  const [prefix, setPrefix] = useState('');
  const columns = inRange(hall.columns);
  const rows = inRange(hall.rows);
  const resize = (part: { columns?: number; rows?: number }) => {
    const size = { columns: hall.columns, rows: hall.rows, ...part };
    onChange({ ...size, booths: within(hall.booths, inRange(size.columns), inRange(size.rows)) });
  };
  return (
    <div className="part stack" role="group" aria-label={t.hall(index + 1)}>
      <div className="row row--apart">
        <h3>{t.hall(index + 1)}</h3>
        {onRemove !== undefined && (
          <IconButton icon="trash" label={t.remove(t.hall(index + 1))} onClick={onRemove} />
        )}
      </div>
      <TextPairField
        label={t.hallName(index + 1)}
        name={`halls.${index}.name`}
        value={hall.name}
        onChange={(name) => onChange({ name })}
      />
      <div className="hall-tools">
        <NumberField
          label={t.columns}
          name={`halls.${index}.columns`}
          min={1}
          max={MOST_COLUMNS}
          value={hall.columns}
          onChange={(value) => resize({ columns: value })}
        />
        <NumberField
          label={t.rows}
          name={`halls.${index}.rows`}
          min={1}
          max={MOST_COLUMNS}
          value={hall.rows}
          onChange={(value) => resize({ rows: value })}
        />
        <SelectField
          label={t.numbering}
          name={`numbering.${index}`}
          value={numbering}
          onChange={(value) => setNumbering(value as Numbering)}
        >
          <option value="by-row">{t.byRow}</option>
          <option value="running">{t.running(prefix)}</option>
        </SelectField>
        <TextField
          label={t.prefix}
          name={`prefix.${index}`}
          optional
          maxLength={6}
          value={prefix}
          onChange={setPrefix}
        />
        <Button
          onClick={() =>
            onChange({
              booths: regenerated(hall.booths, fullGrid(columns, rows, numbering, prefix.trim())),
            })
          }
        >
          {t.generate}
        </Button>
      </div>
      <p className="soft small">
        {t.boothCount(hall.booths.length)} · {t.gridHint}
      </p>
      <BoothGrid
        label={t.hall(index + 1)}
        columns={columns}
        rows={rows}
        cells={hall.booths}
        gap={(column, row) => (
          <button
            type="button"
            className="booth booth--gap"
            aria-label={t.gap(column, row)}
            onClick={() =>
              onChange({
                booths: [
                  ...hall.booths,
                  added({ column, row }, hall.booths, columns, numbering, prefix.trim()),
                ],
              })
            }
          >
            +
          </button>
        )}
      >
        {(booth) => (
          <button
            type="button"
            className="booth"
            aria-label={t.booth(booth.number)}
            onClick={() => onChange({ booths: hall.booths.filter((one) => one !== booth) })}
          >
            <b>{booth.number}</b>
          </button>
        )}
      </BoothGrid>
    </div>
  );
}

/** A booth in a gap; where its number is taken (after renumbering), a letter makes it another one. */
function added(
  place: { column: number; row: number },
  booths: readonly BoothPlace[],
  columns: number,
  numbering: Numbering,
  prefix: string,
): BoothPlace {
  const taken = new Set(booths.map(({ number }) => number));
  let number = boothNumber(place, columns, numbering, prefix);
  while (taken.has(number)) {
    number = `${number}x`;
  }
  return { ...place, number };
}

function inRange(count: number): number {
  return Number.isInteger(count) ? Math.min(MOST_COLUMNS, Math.max(1, count)) : 1;
}
