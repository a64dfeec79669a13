import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { createOrganisation, replaceOrganisation } from '../../api/identity';
import type { Organisation, OrganisationKind, OrganisationRequest } from '../../api/types';
import { useMessages } from '../../i18n/language';
import { nameMessages } from '../../i18n/names';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { FieldErrorsOf, SelectField, TextField, TextPairField } from '../../ui/Field';
import { ProblemNote } from '../../ui/States';
import { useToast } from '../../ui/Toasts';
import { useSubmission } from '../../ui/useSubmission';
import { normalisedLicence } from '../booths/licence';
import { adminMessages } from './messages';
import { ORGANISATION_KINDS } from './organisationKinds';

interface OrganisationDialogProps {
  /** The one to change; a new one if there is none. */
  existing?: Organisation;
  onClose: () => void;
}

/** Adds an organisation, or changes one. */
export function OrganisationDialog({ existing, onClose }: OrganisationDialogProps) {
  const t = useMessages(adminMessages);
  const names = useMessages(nameMessages);
  const toast = useToast();
  const client = useQueryClient();
  const [draft, setDraft] = useState<Required<OrganisationRequest>>({
    name: existing?.name ?? { zh: '', en: '' },
    kind: existing?.kind ?? 'company',
    licenceNumber: existing?.licenceNumber ?? '',
  });
  const refresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['organisations'] }),
      client.invalidateQueries({ queryKey: ['organisation', existing?.id] }),
    ]);
  const submission = useSubmission(
    (request: OrganisationRequest, key: string) =>
      existing === undefined
        ? createOrganisation(request, key)
        : replaceOrganisation(existing.id, existing.version, request),
    () => {
      toast(existing === undefined ? t.added : t.saved);
      onClose();
      void refresh();
    },
  );
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const licenceNumber = normalisedLicence(draft.licenceNumber);
    const { name, kind } = draft;
    submission.mutate(licenceNumber === '' ? { name, kind } : { name, kind, licenceNumber });
  };
  return (
    <Dialog
      title={existing === undefined ? t.addOrganisation : t.editOrganisation}
      wide
      onClose={onClose}
    >
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
            {ORGANISATION_KINDS.map((one) => (
              <option key={one} value={one}>
                {names.organisationKinds[one]}
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
        <ProblemNote error={submission.error} reload={() => void refresh().then(onClose)} />
        <Button type="submit" look="primary" busy={submission.isPending}>
          {existing === undefined ? t.addOrganisation : t.save}
        </Button>
      </form>
    </Dialog>
  );
}
