import type { Team, TeamMember, TeamSize } from '../../api/types';
import { useMessages } from '../../i18n/language';
import { Button, IconButton } from '../../ui/Button';
import { TextField } from '../../ui/Field';
import { registrationMessages } from './messages';
import { normalisedPhone } from './phone';

/** A team with its captain first and as many empty lines as it needs at least. */
export function emptyTeam(size: TeamSize | undefined, captain: TeamMember): Team {
  const count = Math.max(1, size?.minMembers ?? 1);
  return {
    name: '',
    members: Array.from({ length: count }, (_, index) =>
      index === 0 ? captain : { name: '', phone: '' },
    ),
  };
}

/** The team as it is sent: trimmed, phones without spaces. */
export function trimmedTeam(team: Team): Team {
  return {
    name: team.name.trim(),
    members: team.members.map(({ name, phone }) => ({
      name: name.trim(),
      phone: normalisedPhone(phone),
    })),
  };
}

/** The team's name and its members; the captain, who registers, is the first of them. */
export function TeamFields({
  size,
  team,
  path = 'team',
  group = false,
  onChange,
}: {
  size: TeamSize;
  team: Team;
  /** Where it stands in the request. */
  path?: string;
  /** Whether these are people who want a place each, and no team. */
  group?: boolean;
  onChange: (team: Team) => void;
}) {
  const { teamWords, groupWords, ...t } = useMessages(registrationMessages);
  const words = group ? groupWords : teamWords;
  const change = (at: number, member: TeamMember) =>
    onChange({ ...team, members: team.members.map((old, index) => (index === at ? member : old)) });
  return (
    <fieldset className="card stack">
      <legend className="hidden-visually">{words.title}</legend>
      <h2>{words.title}</h2>
      <TextField
        label={words.name}
        name={`${path}.name`}
        maxLength={60}
        value={team.name}
        onChange={(name) => onChange({ ...team, name })}
      />
      <p className="field__label">{words.members(size.minMembers, size.maxMembers)}</p>
      {team.members.map((member, index) => (
        <div key={index} className="member">
          <TextField
            label={t.memberName(index + 1)}
            name={`${path}.members.${index}.name`}
            hint={index === 0 ? words.first : undefined}
            maxLength={60}
            value={member.name}
            onChange={(name) => change(index, { ...member, name })}
          />
          <TextField
            label={t.memberPhone(index + 1)}
            name={`${path}.members.${index}.phone`}
            inputMode="tel"
            maxLength={20}
            value={member.phone}
            onChange={(phone) => change(index, { ...member, phone })}
          />
          {team.members.length > size.minMembers && index > 0 && (
            <IconButton
              icon="trash"
              label={t.removeMember(index + 1)}
              onClick={() =>
                onChange({ ...team, members: team.members.filter((_, at) => at !== index) })
              }
            />
          )}
        </div>
      ))}
      {team.members.length < size.maxMembers && (
        <Button
          icon="plus"
          onClick={() => onChange({ ...team, members: [...team.members, { name: '', phone: '' }] })}
        >
          {t.addMember}
        </Button>
      )}
    </fieldset>
  );
}
