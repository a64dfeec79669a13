import type { EventDetails, TicketType } from '../../api/types';
import { useMessages, useText } from '../../i18n/language';
import { RegistrationWindow } from '../events/parts';
import { registrationMessages } from './messages';

/** Whether a type can be had at once, after waiting, or not now. */
export type Availability = 'open' | 'wait' | 'full' | 'early' | 'late';

/** Where approval decides, nobody waits in line. */
export function availability(
  type: TicketType,
  event: Pick<EventDetails, 'waitingList'>,
  foundFull: boolean,
  now: number,
): Availability {
  if (now < Date.parse(type.opensAt)) {
    return 'early';
  }
  if (now >= Date.parse(type.closesAt)) {
    return 'late';
  }
  if (type.taken < type.capacity && !foundFull) {
    return 'open';
  }
  return event.waitingList === true && type.needsApproval !== true ? 'wait' : 'full';
}

/** The ticket types of an event, to choose one that can be had. */
export function TypeChoice({
  types,
  stateOf,
  value,
  onChange,
}: {
  types: readonly TicketType[];
  stateOf: (type: TicketType) => Availability;
  value: string;
  onChange: (id: string) => void;
}) {
  const t = useMessages(registrationMessages);
  const text = useText();
  const notes = {
    open: undefined,
    wait: t.canWait,
    full: t.full,
    early: t.notOpen,
    late: t.closed,
  } as const;
  const looks = { open: 'tag tag--good', wait: 'tag tag--warn', full: 'tag' } as const;
  return (
    <fieldset className="stack stack--s">
      <legend className="field__label choice__legend">{t.chooseType}</legend>
      {types.map((type) => {
        const state = stateOf(type);
        return (
          <label key={type.id} className="choice">
            <input
              type="radio"
              name="ticketTypeId"
              value={type.id}
              checked={type.id === value}
              disabled={state !== 'open' && state !== 'wait'}
              onChange={() => onChange(type.id)}
            />
            <span className="choice__text">
              <strong>{text(type.name)}</strong>
              <span className="soft small">
                <RegistrationWindow type={type} />
              </span>
            </span>
            <span className={state === 'open' || state === 'wait' ? looks[state] : looks.full}>
              {notes[state] ?? t.left(type.capacity - type.taken)}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
