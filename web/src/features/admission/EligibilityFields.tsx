import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Eligibility } from '../../api/admission';
import { getOrganisation, listOrganisations } from '../../api/identity';
import type { OrganisationKind, Role } from '../../api/types';
import { useMessages, useText } from '../../i18n/language';
import { nameMessages } from '../../i18n/names';
import { Button, IconButton } from '../../ui/Button';
import { Choices } from '../../ui/Choices';
import { useDebounced } from '../../ui/useDebounced';
import { admissionMessages } from './messages';

const TYPING_MS = 300;
const MOST_FOUND = 6;

const ROLES: readonly Role[] = [
  'exhibitor',
  'school-coordinator',
  'judge',
  'speaker',
  'organiser',
  'door-staff',
];

const KINDS: readonly OrganisationKind[] = [
  'company',
  'industrial-carrier',
  'technology-platform',
  'business-association',
  'college-or-school',
  'government-body',
];

interface EligibilityProps {
  path: string;
  value: Eligibility;
  onChange: (value: Eligibility) => void;
}

/** For whom a type is: by what they are, by what kind of organisation, by which. */
export function EligibilityFields({ path, value, onChange }: EligibilityProps) {
  const t = useMessages(admissionMessages);
  const names = useMessages(nameMessages);
  return (
    <fieldset className="admission__eligibility stack">
      <legend className="field__label">{t.eligibility}</legend>
      <p className="soft small">{t.eligibilityLead}</p>
      <div className="grid-2">
        <Choices
          label={t.roles}
          name={`${path}.roles`}
          many
          optional
          options={ROLES.map((role) => ({ value: role, label: names.roles[role] }))}
          value={value.roles}
          onChange={(roles) => onChange({ ...value, roles: roles as Role[] })}
        />
        <Choices
          label={t.organisationKinds}
          name={`${path}.organisationKinds`}
          many
          optional
          options={KINDS.map((kind) => ({ value: kind, label: names.organisationKinds[kind] }))}
          value={value.organisationKinds}
          onChange={(kinds) =>
            onChange({ ...value, organisationKinds: kinds as OrganisationKind[] })
          }
        />
      </div>
      <Organisations
        chosen={value.organisationIds}
        onChange={(organisationIds) => onChange({ ...value, organisationIds })}
      />
    </fieldset>
  );
}

function Organisations({
  chosen,
  onChange,
}: {
  chosen: readonly string[];
  onChange: (ids: string[]) => void;
}) {
  const t = useMessages(admissionMessages);
  const text = useText();
  const known = useQueries({
    queries: chosen.map((id) => ({
      queryKey: ['organisation', id],
      queryFn: ({ signal }: { signal: AbortSignal }) => getOrganisation(id, signal),
    })),
  });
  return (
    <div className="stack stack--s">
      <p className="field__label">{t.organisations}</p>
      {chosen.length > 0 && (
        <ul className="grants">
          {chosen.map((id, at) => {
            const name = text(known[at]?.data?.name) || id;
            return (
              <li key={id} className="grants__grant">
                {name}
                <IconButton
                  icon="close"
                  label={t.removeOrganisation(name)}
                  onClick={() => onChange(chosen.filter((one) => one !== id))}
                />
              </li>
            );
          })}
        </ul>
      )}
      <Search chosen={chosen} onAdd={(id) => onChange([...chosen, id])} />
    </div>
  );
}

function Search({ chosen, onAdd }: { chosen: readonly string[]; onAdd: (id: string) => void }) {
  const t = useMessages(admissionMessages);
  const text = useText();
  const [typed, setTyped] = useState('');
  const query = useDebounced(typed.trim(), TYPING_MS);
  const found = useQuery({
    queryKey: ['organisations', 'found', query],
    queryFn: ({ signal }) => listOrganisations(query, '', undefined, signal),
    enabled: query !== '',
  });
  const offered = (found.data?.items ?? []).filter(({ id }) => !chosen.includes(id));
  return (
    <>
      <input
        className="input admission__short"
        type="search"
        aria-label={t.findOrganisation}
        placeholder={t.findOrganisation}
        maxLength={100}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
          }
        }}
      />
      {query !== '' && found.isSuccess && offered.length === 0 && (
        <p className="soft small">{t.noOrganisation}</p>
      )}
      {query !== '' && offered.length > 0 && (
        <div className="row">
          {offered.slice(0, MOST_FOUND).map(({ id, name }) => (
            <Button
              key={id}
              icon="plus"
              aria-label={t.addOrganisation(text(name))}
              onClick={() => {
                onAdd(id);
                setTyped('');
              }}
            >
              {text(name)}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}
