import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { createPerson, getOrganisation, listPeople, revokeRole } from '../../api/identity';
import type { Grant, Person } from '../../api/types';
import { useMessages, useText } from '../../i18n/language';
import { nameMessages } from '../../i18n/names';
import { Button, IconButton } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { FieldErrorsOf, TextField } from '../../ui/Field';
import { LoadMore } from '../../ui/LoadMore';
import { Empty, LoadFailed, ProblemNote, Skeleton } from '../../ui/States';
import { useToast } from '../../ui/Toasts';
import { useDebounced } from '../../ui/useDebounced';
import { usePages } from '../../ui/usePages';
import { useSubmission } from '../../ui/useSubmission';
import { GrantDialog } from './GrantDialog';
import { adminMessages } from './messages';

const TYPING_MS = 300;

/** Everybody with an account, and the roles that they hold. */
export function PeoplePage() {
  const t = useMessages(adminMessages);
  const [typed, setTyped] = useState('');
  const [adding, setAdding] = useState(false);
  const query = useDebounced(typed.trim(), TYPING_MS);
  const pages = usePages(['people', query], (cursor, signal) => listPeople(query, cursor, signal));
  return (
    <section className="stack" aria-labelledby="people">
      <div className="section-head">
        <h1 id="people">{t.people}</h1>
        <Button icon="plus" onClick={() => setAdding(true)}>
          {t.addPerson}
        </Button>
      </div>
      <input
        className="input"
        type="search"
        aria-label={t.searchPeople}
        placeholder={t.searchPeople}
        maxLength={100}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {pages.isPending && <Skeleton lines={5} />}
      {pages.isError && <LoadFailed error={pages.error} retry={() => void pages.refetch()} />}
      {pages.isSuccess && pages.items.length === 0 && <Empty title={t.noPeople} />}
      {pages.items.length > 0 && <PeopleTable people={pages.items} />}
      <LoadMore pages={pages} />
      {adding && <AddPerson onClose={() => setAdding(false)} />}
    </section>
  );
}

function PeopleTable({ people }: { people: readonly Person[] }) {
  const t = useMessages(adminMessages);
  return (
    <div className="table-frame">
      <table className="table table--cards">
        <thead>
          <tr>
            <th scope="col">{t.name}</th>
            <th scope="col">{t.contact}</th>
            <th scope="col">{t.roles}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <PersonRow key={person.personId} person={person} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PersonRow({ person }: { person: Person }) {
  const t = useMessages(adminMessages);
  const [granting, setGranting] = useState(false);
  return (
    <tr>
      <td data-label={t.name}>
        <strong>{person.name}</strong>
      </td>
      <td data-label={t.contact} className="num">
        {[person.phone, person.mail].filter((part) => part !== undefined).join(' · ')}
      </td>
      <td data-label={t.roles}>
        {person.grants.length === 0 ? (
          <span className="soft">{t.noRoles}</span>
        ) : (
          <ul className="grants">
            {person.grants.map((grant) => (
              <GrantChip
                key={`${grant.role} ${grant.organisationId ?? ''}`}
                person={person}
                grant={grant}
              />
            ))}
          </ul>
        )}
      </td>
      <td>
        <Button onClick={() => setGranting(true)} aria-label={t.grantTo(person.name)}>
          {t.grant}
        </Button>
        {granting && <GrantDialog person={person} onClose={() => setGranting(false)} />}
      </td>
    </tr>
  );
}

function GrantChip({ person, grant }: { person: Person; grant: Grant }) {
  const t = useMessages(adminMessages);
  const names = useMessages(nameMessages);
  const text = useText();
  const toast = useToast();
  const client = useQueryClient();
  const { organisationId } = grant;
  const organisation = useQuery({
    queryKey: ['organisation', organisationId],
    queryFn: ({ signal }) => getOrganisation(organisationId ?? '', signal),
    enabled: organisationId !== undefined,
  });
  const revoke = useMutation({
    mutationFn: () => revokeRole(person.personId, grant.role, organisationId),
    onSuccess: async () => {
      toast(t.revoked);
      await client.invalidateQueries({ queryKey: ['people'] });
    },
  });
  const name = [names.roles[grant.role], text(organisation.data?.name)]
    .filter((part) => part !== '')
    .join(' · ');
  return (
    <li className="grants__grant">
      <span>{name}</span>
      <IconButton
        icon="close"
        label={t.revoke(name)}
        disabled={revoke.isPending}
        onClick={() => revoke.mutate()}
      />
      <ProblemNote error={revoke.error} />
    </li>
  );
}

function AddPerson({ onClose }: { onClose: () => void }) {
  const t = useMessages(adminMessages);
  const toast = useToast();
  const client = useQueryClient();
  const [draft, setDraft] = useState({ address: '', name: '' });
  const submission = useSubmission(createPerson, () => {
    toast(t.added);
    onClose();
    void client.invalidateQueries({ queryKey: ['people'] });
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    submission.mutate({ address: draft.address.trim(), name: draft.name.trim() });
  };
  return (
    <Dialog title={t.addPerson} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <FieldErrorsOf error={submission.error}>
          <TextField
            label={t.address}
            name="address"
            maxLength={254}
            value={draft.address}
            onChange={(address) => setDraft((old) => ({ ...old, address }))}
          />
          <TextField
            label={t.name}
            name="name"
            maxLength={60}
            value={draft.name}
            onChange={(name) => setDraft((old) => ({ ...old, name }))}
          />
        </FieldErrorsOf>
        <ProblemNote error={submission.error} />
        <Button type="submit" look="primary" busy={submission.isPending}>
          {t.addPerson}
        </Button>
      </form>
    </Dialog>
  );
}
