import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { invite, listInvitations, revokeInvitation } from '../../api/admission';
import type { Invitation, NewInvitation } from '../../api/admission';
import type { TicketType } from '../../api/types';
import { useLanguage, useMessages, useText } from '../../i18n/language';
import { formatMoment } from '../../time/format';
import { Button } from '../../ui/Button';
import { Confirm } from '../../ui/Dialog';
import { FieldErrorsOf, MomentField, NumberField, SelectField } from '../../ui/Field';
import { LoadMore } from '../../ui/LoadMore';
import { LoadFailed, ProblemNote, Skeleton } from '../../ui/States';
import { useToast } from '../../ui/Toasts';
import { usePages } from '../../ui/usePages';
import { useSubmission } from '../../ui/useSubmission';
import { invitationState, invitationPath, spacedCode } from './invitation';
import { admissionMessages } from './messages';

interface InvitationsProps {
  eventId: string;
  types: readonly TicketType[];
  /** The types that are by invitation only. */
  open: readonly TicketType[];
}

/** The codes of those who are invited, and making more. */
export function Invitations({ eventId, types, open }: InvitationsProps) {
  const t = useMessages(admissionMessages);
  const pages = usePages(['invitations', eventId], (cursor, signal) =>
    listInvitations(eventId, cursor, signal),
  );
  return (
    <section className="editor stack" aria-labelledby="invitations">
      <header>
        <h2 id="invitations">{t.codesTitle}</h2>
        <p className="soft">{t.codesLead}</p>
      </header>
      {open.length === 0 ? (
        <p className="note">{t.noInvitationTypes}</p>
      ) : (
        <NewCode eventId={eventId} types={open} />
      )}
      {pages.isPending && <Skeleton lines={3} />}
      {pages.isError && <LoadFailed error={pages.error} retry={() => void pages.refetch()} />}
      {pages.isSuccess && pages.items.length === 0 && open.length > 0 && (
        <p className="soft">{t.noCodes}</p>
      )}
      {pages.items.length > 0 && <Codes {...{ eventId, types }} codes={pages.items} />}
      <LoadMore pages={pages} />
    </section>
  );
}

function NewCode({ eventId, types }: { eventId: string; types: readonly TicketType[] }) {
  const t = useMessages(admissionMessages);
  const text = useText();
  const toast = useToast();
  const client = useQueryClient();
  const [typeId, setTypeId] = useState(types[0]?.id ?? '');
  const [uses, setUses] = useState(1);
  const [until, setUntil] = useState('');
  const chosen = types.find(({ id }) => id === typeId) ?? types[0];
  const making = useSubmission(
    (code: NewInvitation, key: string) => invite(eventId, code, key),
    (made) => {
      toast(t.codeMade(spacedCode(made.code)));
      void client.invalidateQueries({ queryKey: ['invitations', eventId] });
    },
  );
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    making.mutate({
      ticketTypeId: chosen?.id ?? '',
      uses,
      expiresAt: until === '' ? (chosen?.closesAt ?? '') : until,
    });
  };
  return (
    <form className="card stack" onSubmit={submit}>
      <FieldErrorsOf error={making.error}>
        <div className="grid-3">
          <SelectField
            label={t.codeType}
            name="ticketTypeId"
            value={chosen?.id ?? ''}
            onChange={setTypeId}
          >
            {types.map(({ id, name }) => (
              <option key={id} value={id}>
                {text(name)}
              </option>
            ))}
          </SelectField>
          <NumberField
            label={t.codeUses}
            name="uses"
            min={1}
            max={500}
            value={uses}
            onChange={setUses}
          />
          <MomentField
            label={t.codeUntil}
            name="expiresAt"
            value={until === '' ? (chosen?.closesAt ?? '') : until}
            onChange={setUntil}
          />
        </div>
      </FieldErrorsOf>
      <ProblemNote error={making.error} />
      <div>
        <Button type="submit" look="primary" icon="plus" busy={making.isPending}>
          {t.newCode}
        </Button>
      </div>
    </form>
  );
}

interface CodesProps {
  eventId: string;
  types: readonly TicketType[];
  codes: readonly Invitation[];
}

function Codes({ eventId, types, codes }: CodesProps) {
  const t = useMessages(admissionMessages);
  return (
    <div className="table-frame">
      <table className="table table--cards">
        <thead>
          <tr>
            <th scope="col">{t.code}</th>
            <th scope="col">{t.codeType}</th>
            <th scope="col">{t.used}</th>
            <th scope="col">{t.codeUntil}</th>
            <th scope="col">{t.state}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {codes.map((code) => (
            <Code key={code.id} {...{ eventId, types, code }} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const LOOKS = {
  valid: 'tag tag--good',
  usedUp: 'tag tag--warn',
  expired: 'tag',
  revoked: 'tag tag--bad',
} as const;

function Code({ eventId, types, code }: Omit<CodesProps, 'codes'> & { code: Invitation }) {
  const t = useMessages(admissionMessages);
  const text = useText();
  const { language } = useLanguage();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const state = invitationState(code, Date.now());
  const copy = async () => {
    const link = `${window.location.origin}${invitationPath(eventId, code)}`;
    await navigator.clipboard.writeText(link);
    toast(t.linkCopied);
  };
  return (
    <tr>
      <td data-label={t.code}>
        <code className="admission__code">{spacedCode(code.code)}</code>
      </td>
      <td data-label={t.codeType}>
        {text(types.find(({ id }) => id === code.ticketTypeId)?.name)}
      </td>
      <td data-label={t.used} className="num">
        {t.usedOf(code.used, code.uses)}
      </td>
      <td data-label={t.codeUntil} className="num">
        {formatMoment(code.expiresAt, language)}
      </td>
      <td data-label={t.state}>
        <span className={LOOKS[state]}>{t[state]}</span>
      </td>
      <td>
        <div className="row admission__acts">
          {(state === 'valid' || state === 'usedUp') && (
            <>
              <Button onClick={() => void copy()}>{t.copyLink}</Button>
              <Button look="danger" onClick={() => setAsking(true)}>
                {t.revoke}
              </Button>
            </>
          )}
          {asking && <Revoke {...{ eventId, code }} onClose={() => setAsking(false)} />}
        </div>
      </td>
    </tr>
  );
}

function Revoke({
  eventId,
  code,
  onClose,
}: {
  eventId: string;
  code: Invitation;
  onClose: () => void;
}) {
  const t = useMessages(admissionMessages);
  const client = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => revokeInvitation(eventId, code.id),
    onSuccess: async () => {
      onClose();
      await client.invalidateQueries({ queryKey: ['invitations', eventId] });
    },
  });
  return (
    <Confirm
      title={t.revokeTitle(spacedCode(code.code))}
      confirm={t.revoke}
      danger
      busy={revoke.isPending}
      error={revoke.error}
      onConfirm={() => revoke.mutate()}
      onClose={onClose}
    >
      <p>{t.revokeLead}</p>
    </Confirm>
  );
}
