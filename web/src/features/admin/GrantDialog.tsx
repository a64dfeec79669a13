import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { grantRole, listOrganisations } from '../../api/identity';
import type { Person, Role } from '../../api/types';
import { useMessages, useText } from '../../i18n/language';
import { nameMessages } from '../../i18n/names';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { FieldErrorsOf, SelectField } from '../../ui/Field';
import { ProblemNote } from '../../ui/States';
import { useToast } from '../../ui/Toasts';
import { adminMessages } from './messages';

const ROLES: readonly Role[] = [
  'organiser',
  'door-staff',
  'exhibitor',
  'school-coordinator',
  'judge',
  'speaker',
  'administrator',
];

/** Gives a person a role, for one organisation or the whole alliance. */
export function GrantDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useMessages(adminMessages);
  const names = useMessages(nameMessages);
  const text = useText();
  const toast = useToast();
  const client = useQueryClient();
  const [role, setRole] = useState<Role>('organiser');
  const [organisationId, setOrganisationId] = useState('');
  const organisations = useQuery({
    queryKey: ['organisations', 'all'],
    queryFn: ({ signal }) => listOrganisations('', '', undefined, signal),
  });
  const grant = useMutation({
    mutationFn: () =>
      grantRole(
        person.personId,
        organisationId === '' || role === 'administrator' ? { role } : { role, organisationId },
      ),
    onSuccess: async () => {
      toast(t.granted);
      onClose();
      await client.invalidateQueries({ queryKey: ['people'] });
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    grant.mutate();
  };
  return (
    <Dialog title={t.grantTo(person.name)} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <FieldErrorsOf error={grant.error}>
          <SelectField
            label={t.role}
            name="role"
            value={role}
            onChange={(value) => setRole(value as Role)}
          >
            {ROLES.map((one) => (
              <option key={one} value={one}>
                {names.roles[one]}
              </option>
            ))}
          </SelectField>
          {role !== 'administrator' && (
            <SelectField
              label={t.organisation}
              name="organisationId"
              optional
              value={organisationId}
              onChange={setOrganisationId}
            >
              <option value="">{t.wholeAlliance}</option>
              {organisations.data?.items.map((one) => (
                <option key={one.id} value={one.id}>
                  {text(one.name)}
                </option>
              ))}
            </SelectField>
          )}
        </FieldErrorsOf>
        <ProblemNote error={grant.error} />
        <Button type="submit" look="primary" busy={grant.isPending}>
          {t.grant}
        </Button>
      </form>
    </Dialog>
  );
}
