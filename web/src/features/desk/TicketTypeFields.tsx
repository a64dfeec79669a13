import type { TicketTypeRequest } from '../../api/types';
import { useMessages } from '../../i18n/language';
import { Button, IconButton } from '../../ui/Button';
import { MomentField, NumberField, TextPairField } from '../../ui/Field';
import { emptyTicketType } from './drafts';
import { deskMessages } from './messages';

const MOST_PLACES = 100_000;

/** Ticket types with capacity and registration window. */
export function TicketTypeFields({
  types,
  change,
}: {
  types: readonly TicketTypeRequest[];
  change: (part: { ticketTypes: TicketTypeRequest[] }) => void;
}) {
  const t = useMessages(deskMessages);
  const replace = (at: number, part: Partial<TicketTypeRequest>) =>
    change({
      ticketTypes: types.map((type, index) => (index === at ? { ...type, ...part } : type)),
    });
  return (
    <section className="card stack" aria-labelledby="ticket-types">
      <h2 id="ticket-types">{t.ticketTypes}</h2>
      {types.map((type, index) => (
        <div
          key={type.id ?? index}
          className="part stack"
          role="group"
          aria-label={t.ticketType(index + 1)}
        >
          <div className="row row--apart">
            <h3>{t.ticketType(index + 1)}</h3>
            {types.length > 1 && (
              <IconButton
                icon="trash"
                label={t.remove(t.ticketType(index + 1))}
                onClick={() => change({ ticketTypes: types.filter((_, at) => at !== index) })}
              />
            )}
          </div>
          <TextPairField
            label={t.ticketName(index + 1)}
            name={`ticketTypes.${index}.name`}
            value={type.name}
            onChange={(name) => replace(index, { name })}
          />
          <div className="grid-3">
            <NumberField
              label={t.capacity}
              name={`ticketTypes.${index}.capacity`}
              min={1}
              max={MOST_PLACES}
              value={type.capacity}
              onChange={(capacity) => replace(index, { capacity })}
            />
            <MomentField
              label={t.opensAt}
              name={`ticketTypes.${index}.opensAt`}
              value={type.opensAt}
              onChange={(opensAt) => replace(index, { opensAt })}
            />
            <MomentField
              label={t.closesAt}
              name={`ticketTypes.${index}.closesAt`}
              value={type.closesAt}
              onChange={(closesAt) => replace(index, { closesAt })}
            />
          </div>
        </div>
      ))}
      <div>
        <Button icon="plus" onClick={() => change({ ticketTypes: [...types, emptyTicketType()] })}>
          {t.addTicketType}
        </Button>
      </div>
    </section>
  );
}
