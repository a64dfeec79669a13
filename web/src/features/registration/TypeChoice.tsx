import type { EventDetails, TicketType } from '../../api/types';
import { useMessages, useText } from '../../i18n/language';
import { nameMessages } from '../../i18n/names';
import { useFieldError } from '../../ui/Field';
import { Icon } from '../../ui/Icon';
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
  const refused = useFieldError('ticketTypeId');
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
              <Conditions type={type} />
            </span>
            <span className={state === 'open' || state === 'wait' ? looks[state] : looks.full}>
              {notes[state] ?? t.left(type.capacity - type.taken)}
            </span>
          </label>
        );
      })}
      {refused !== undefined && (
        <span className="field__error">
          <Icon name="alert" />
          {refused}
        </span>
      )}
    </fieldset>
  );
}

/** What somebody must have or be for a type, besides being in time. */
export function Conditions({ type }: { type: TicketType }) {
  const t = useMessages(registrationMessages);
  const names = useMessages(nameMessages);
  const { roles = [], organisationKinds = [], organisationIds = [] } = type.eligibility ?? {};
  const who = [
    roles.map((role) => names.roles[role]).join(t.or),
    organisationKinds.map((kind) => names.organisationKinds[kind]).join(t.or),
    organisationIds.length === 0 ? '' : t.chosenOrganisations,
  ].filter((part) => part !== '');
  return (
    <>
      {who.length > 0 && <span className="soft small">{t.onlyFor(who.join(t.and))}</span>}
      {(type.invitationOnly === true || type.needsApproval === true) && (
        <span className="choice__tags">
          {type.invitationOnly === true && <span className="tag">{t.byInvitation}</span>}
          {type.needsApproval === true && <span className="tag">{t.byApproval}</span>}
        </span>
      )}
    </>
  );
}
