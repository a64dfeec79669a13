import type { EventDetails, Team, TeamMember, TicketType } from '../../api/types';
import type { Group } from '../../api/waiting';
import { useMessages } from '../../i18n/language';
import { CheckField } from '../../ui/Choices';
import { SelectField } from '../../ui/Field';
import { TeamFields, emptyTeam, trimmedTeam } from './TeamFields';
import { registrationMessages } from './messages';

/** Who wants to come together, while somebody does. */
export interface GroupDraft {
  people: Team;
  /** With how many places they would be content; undefined for all of them. */
  atLeast: number | undefined;
}

const SIZE = { minMembers: 2, maxMembers: 100 };

/** Groups stand in the waiting list, so there must be one, and a type where places are for persons. */
export function takesGroups(event: EventDetails, type: TicketType | undefined): boolean {
  return (
    event.waitingList === true &&
    type !== undefined &&
    type.team === undefined &&
    type.invitationOnly !== true &&
    type.needsApproval !== true
  );
}

export function groupToSend({ people, atLeast }: GroupDraft): Group {
  return {
    people: trimmedTeam(people),
    ...(atLeast === undefined || atLeast >= people.members.length ? {} : { atLeast }),
  };
}

/** Whether one comes with others, and who they are. */
export function GroupFields({
  event,
  group,
  first,
  onChange,
}: {
  event: EventDetails;
  group: GroupDraft | undefined;
  first: TeamMember;
  onChange: (group: GroupDraft | undefined) => void;
}) {
  const t = useMessages(registrationMessages);
  const size = group?.people.members.length ?? 0;
  return (
    <>
      <CheckField
        label={t.asGroup}
        name="group"
        hint={t.asGroupHint}
        value={group !== undefined}
        onChange={(wanted) =>
          onChange(wanted ? { people: emptyTeam(SIZE, first), atLeast: undefined } : undefined)
        }
      />
      {group !== undefined && (
        <>
          <TeamFields
            group
            path="group.people"
            size={SIZE}
            team={group.people}
            onChange={(people) => onChange({ ...group, people })}
          />
          {event.partialGroups === true && (
            <SelectField
              label={t.atLeast}
              name="group.atLeast"
              value={String(Math.min(group.atLeast ?? size, size))}
              onChange={(value) => {
                const atLeast = Number(value);
                onChange({ ...group, atLeast: atLeast >= size ? undefined : atLeast });
              }}
            >
              <option value={size}>{t.wholeGroup}</option>
              {Array.from({ length: size - 1 }, (_, index) => size - 1 - index).map((count) => (
                <option key={count} value={count}>
                  {t.partOfGroup(count, size)}
                </option>
              ))}
            </SelectField>
          )}
        </>
      )}
    </>
  );
}
