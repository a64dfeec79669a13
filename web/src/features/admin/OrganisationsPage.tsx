import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { createOrganisation, listOrganisations } from '../../api/identity';
import type { Organisation, OrganisationKind, OrganisationRequest } from '../../api/types';
import { useMessages, useText } from '../../i18n/language';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { FieldErrorsOf, SelectField, TextField, TextPairField } from '../../ui/Field';
import { LoadMore } from '../../ui/LoadMore';
import { Empty, LoadFailed, ProblemNote, Skeleton } from '../../ui/States';
import { useToast } from '../../ui/Toasts';
import { useDebounced } from '../../ui/useDebounced';
import { usePages } from '../../ui/usePages';
import { useSubmission } from '../../ui/useSubmission';
import { normalisedLicence } from '../booths/licence';
import { adminMessages } from './messages';

const TYPING_MS = 300;
const KINDS: readonly OrganisationKind[] = [
  'company',
  'industrial-carrier',
  'technology-platform',
  'business-association',
  'college-or-school',
  'government-body',
];

/** The alliance's organisations. */
export function OrganisationsPage() {
  const t = useMessages(adminMessages);
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
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {t.kinds[one]}
            </option>
          ))}
        </select>
      </div>
      {pages.isPending && <Skeleton lines={5} />}
      {pages.isError && <LoadFailed error={pages.error} retry={() => void pages.refetch()} />}
      {pages.isSuccess && pages.items.length === 0 && <Empty title={t.noOrganisations} />}
      {pages.items.length > 0 && <OrganisationTable organisations={pages.items} />}
      <LoadMore pages={pages} />
      {adding && <AddOrganisation onClose={() => setAdding(false)} />}
    </section>
  );
}

function OrganisationTable({ organisations }: { organisations: readonly Organisation[] }) {
  const t = useMessages(adminMessages);
  const text = useText();
  return (
    <div className="table-frame">
      <table className="table table--cards">
        <thead>
          <tr>
            <th scope="col">{t.organisationName}</th>
            <th scope="col">{t.kind}</th>
            <th scope="col">{t.licence}</th>
          </tr>
        </thead>
        <tbody>
          {organisations.map((one) => (
            <tr key={one.id}>
              <td data-label={t.organisationName}>
                <strong>{text(one.name)}</strong>
              </td>
              <td data-label={t.kind}>{t.kinds[one.kind]}</td>
              <td data-label={t.licence} className="num">
                {one.licenceNumber ?? '—'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function AddOrganisation({ onClose }: { onClose: () => void }) {
  const t = useMessages(adminMessages);
  const toast = useToast();
  const client = useQueryClient();
  const [draft, setDraft] = useState<Required<OrganisationRequest>>({
    name: { zh: '', en: '' },
    kind: 'company',
    licenceNumber: '',
  });
  const submission = useSubmission(createOrganisation, () => {
    toast(t.added);
    onClose();
    void client.invalidateQueries({ queryKey: ['organisations'] });
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const licenceNumber = normalisedLicence(draft.licenceNumber);
    const { name, kind } = draft;
    submission.mutate(licenceNumber === '' ? { name, kind } : { name, kind, licenceNumber });
  };
  return (
    <Dialog title={t.addOrganisation} wide onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <FieldErrorsOf error={submission.error}>
          <TextPairField
            label={t.organisationName}
            name="name"
            value={draft.name}
            onChange={(name) => setDraft((old) => ({ ...old, name }))}
          />
          <SelectField
            label={t.kind}
            name="kind"
            value={draft.kind}
            onChange={(kind) => setDraft((old) => ({ ...old, kind: kind as OrganisationKind }))}
          >
            {KINDS.map((one) => (
              <option key={one} value={one}>
                {t.kinds[one]}
              </option>
            ))}
          </SelectField>
          <TextField
            label={t.licence}
            name="licenceNumber"
            optional
            maxLength={24}
            value={draft.licenceNumber}
            onChange={(licenceNumber) => setDraft((old) => ({ ...old, licenceNumber }))}
          />
        </FieldErrorsOf>
        <ProblemNote error={submission.error} />
        <Button type="submit" look="primary" busy={submission.isPending}>
          {t.addOrganisation}
        </Button>
      </form>
    </Dialog>
  );
}
