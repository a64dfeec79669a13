import { useState } from 'react';
import { listOrganisations } from '../../api/identity';
import type { Organisation, OrganisationKind } from '../../api/types';
import { useMessages, useText } from '../../i18n/language';
import { nameMessages } from '../../i18n/names';
import { Button } from '../../ui/Button';
import { LoadMore } from '../../ui/LoadMore';
import { Empty, LoadFailed, Skeleton } from '../../ui/States';
import { useDebounced } from '../../ui/useDebounced';
import { usePages } from '../../ui/usePages';
import { OrganisationDialog } from './OrganisationDialog';
import { ORGANISATION_KINDS } from './organisationKinds';
import { adminMessages } from './messages';

const TYPING_MS = 300;

/** The alliance's organisations. */
export function OrganisationsPage() {
  const t = useMessages(adminMessages);
  const names = useMessages(nameMessages);
  const [typed, setTyped] = useState('');
  const [kind, setKind] = useState<OrganisationKind | ''>('');
  const [adding, setAdding] = useState(false);
  const query = useDebounced(typed.trim(), TYPING_MS);
  const pages = usePages(['organisations', query, kind], (cursor, signal) =>
    listOrganisations(query, kind, cursor, signal),
  );
  return (
    <section className="stack" aria-labelledby="organisations">
      <div className="section-head">
        <h1 id="organisations">{t.organisations}</h1>
        <Button icon="plus" onClick={() => setAdding(true)}>
          {t.addOrganisation}
        </Button>
      </div>
      <div className="row" role="search">
        <input
          className="input list-search"
          type="search"
          aria-label={t.searchOrganisations}
          placeholder={t.searchOrganisations}
          maxLength={100}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <select
          className="input list-filter"
          aria-label={t.kindFilter}
          value={kind}
          onChange={(event) => setKind(event.target.value as OrganisationKind | '')}
        >
          <option value="">{t.anyKind}</option>
          {ORGANISATION_KINDS.map((one) => (
            <option key={one} value={one}>
              {names.organisationKinds[one]}
            </option>
          ))}
        </select>
      </div>
      {pages.isPending && <Skeleton lines={5} />}
      {pages.isError && <LoadFailed error={pages.error} retry={() => void pages.refetch()} />}
      {pages.isSuccess && pages.items.length === 0 && <Empty title={t.noOrganisations} />}
      {pages.items.length > 0 && <OrganisationTable organisations={pages.items} />}
      <LoadMore pages={pages} />
      {adding && <OrganisationDialog onClose={() => setAdding(false)} />}
    </section>
  );
}

function OrganisationTable({ organisations }: { organisations: readonly Organisation[] }) {
  const t = useMessages(adminMessages);
  return (
    <div className="table-frame">
      <table className="table table--cards">
        <thead>
          <tr>
            <th scope="col">{t.organisationName}</th>
            <th scope="col">{t.kind}</th>
            <th scope="col">{t.licence}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {organisations.map((one) => (
            <OrganisationRow key={one.id} one={one} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function OrganisationRow({ one }: { one: Organisation }) {
  const t = useMessages(adminMessages);
  const names = useMessages(nameMessages);
  const text = useText();
  const [editing, setEditing] = useState(false);
  return (
    <tr>
      <td data-label={t.organisationName}>
        <strong>{text(one.name)}</strong>
      </td>
      <td data-label={t.kind}>{names.organisationKinds[one.kind]}</td>
      <td data-label={t.licence} className="num">
        {one.licenceNumber ?? '—'}
      </td>
      <td>
        <Button
          icon="edit"
          aria-label={t.editOrganisationNamed(text(one.name))}
          onClick={() => setEditing(true)}
        >
          {t.edit}
        </Button>
        {editing && <OrganisationDialog existing={one} onClose={() => setEditing(false)} />}
      </td>
    </tr>
  );
}
