import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { Link, useLocation } from 'wouter';
import { getEvent } from '../../api/events';
import { applyForBooth } from '../../api/owners';
import type { BoothApplicationRequest, Person } from '../../api/types';
import { useMessages, useText } from '../../i18n/language';
import { Button } from '../../ui/Button';
import { AreaField, FieldErrorsOf, TextField } from '../../ui/Field';
import { Icon } from '../../ui/Icon';
import { ProblemNote, Skeleton } from '../../ui/States';
import { useToast } from '../../ui/Toasts';
import { useSubmission } from '../../ui/useSubmission';
import { useTitle } from '../../ui/useTitle';
import { RequireSignIn } from '../session/RequireSignIn';
import { normalisedPhone } from '../registration/phone';
import { useMe } from '../session/session';
import type { LicenceFinding } from './licence';
import { checkLicence, normalisedLicence } from './licence';
import { boothMessages } from './messages';
import './booths.css';

/** A company asks for a booth at a fair. */
export default function ApplyPage({ fairId }: { fairId: string }) {
  return <RequireSignIn>{() => <Apply fairId={fairId} />}</RequireSignIn>;
}

function Apply({ fairId }: { fairId: string }) {
  const t = useMessages(boothMessages);
  const text = useText();
  useTitle(t.title);
  const me = useMe();
  const event = useQuery({
    queryKey: ['event', fairId],
    queryFn: ({ signal }) => getEvent(fairId, signal),
  });
  return (
    <div className="page page--narrow stack">
      <Link className="back" href={`/events/${fairId}`}>
        <Icon name="back" />
        {event.data === undefined ? t.back : text(event.data.title)}
      </Link>
      <header>
        <h1>{t.title}</h1>
        <p className="soft">{t.lead}</p>
      </header>
      {me.isPending ? <Skeleton lines={5} /> : <Form fairId={fairId} me={me.data} />}
    </div>
  );
}

function Form({ fairId, me }: { fairId: string; me: Person | undefined }) {
  const t = useMessages(boothMessages);
  const client = useQueryClient();
  const toast = useToast();
  const [, navigate] = useLocation();
  const [draft, setDraft] = useState({
    companyName: '',
    licenceNumber: '',
    contactName: me?.name ?? '',
    contactPhone: me?.phone ?? '',
    wish: '',
  });
  const change = (part: Partial<typeof draft>) => setDraft((old) => ({ ...old, ...part }));
  const submission = useSubmission(
    (request: BoothApplicationRequest, key: string) => applyForBooth(fairId, request, key),
    () => {
      void client.invalidateQueries({ queryKey: ['applications'] });
      toast(t.done);
      navigate('/applications');
    },
  );
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    submission.mutate(requestFrom(draft));
  };
  return (
    <form className="stack" onSubmit={send}>
      <FieldErrorsOf error={submission.error}>
        <TextField
          label={t.company}
          name="companyName"
          hint={t.companyHint}
          autoComplete="organization"
          maxLength={120}
          value={draft.companyName}
          onChange={(companyName) => change({ companyName })}
        />
        <LicenceField
          value={draft.licenceNumber}
          onChange={(licenceNumber) => change({ licenceNumber })}
        />
        <div className="grid-2">
          <TextField
            label={t.contact}
            name="contactName"
            autoComplete="name"
            maxLength={60}
            value={draft.contactName}
            onChange={(contactName) => change({ contactName })}
          />
          <TextField
            label={t.phone}
            name="contactPhone"
            optional
            inputMode="tel"
            autoComplete="tel"
            maxLength={20}
            value={draft.contactPhone}
            onChange={(contactPhone) => change({ contactPhone })}
          />
        </div>
        <AreaField
          label={t.wish}
          name="wish"
          optional
          hint={t.wishHint}
          maxLength={500}
          rows={3}
          value={draft.wish}
          onChange={(wish) => change({ wish })}
        />
      </FieldErrorsOf>
      <ProblemNote error={submission.error} />
      <Button type="submit" look="primary" wide busy={submission.isPending}>
        {t.submit}
      </Button>
    </form>
  );
}

/** The licence number with what is right or wrong about it while it is typed. */
function LicenceField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useMessages(boothMessages);
  const [left, setLeft] = useState(false);
  const finding = checkLicence(value);
  const words = findingWords(finding, t);
  const wrong = finding.kind !== 'valid' && (finding.kind !== 'too-short' || left);
  const hint =
    finding.kind === 'valid' ? (
      <span className="licence-ok">
        <Icon name="check" />
        {words}
      </span>
    ) : value === '' || wrong ? (
      t.licenceHint
    ) : (
      words
    );
  return (
    <TextField
      label={t.licence}
      name="licenceNumber"
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      maxLength={24}
      value={value}
      onChange={onChange}
      onBlur={() => setLeft(value !== '')}
      problem={value !== '' && wrong ? words : undefined}
      hint={hint}
    />
  );
}

function findingWords(finding: LicenceFinding, t: (typeof boothMessages)['zh']): string {
  switch (finding.kind) {
    case 'valid':
      return t.licenceValid;
    case 'too-short':
      return t.licenceMissing(finding.missing);
    case 'too-long':
      return t.licenceTooLong;
    case 'bad-character':
      return t.licenceCharacter(finding.character);
    case 'bad-check':
      return t.licenceCheck;
  }
}

function requestFrom(draft: Required<BoothApplicationRequest>): BoothApplicationRequest {
  const request: BoothApplicationRequest = {
    companyName: draft.companyName.trim(),
    licenceNumber: normalisedLicence(draft.licenceNumber),
    contactName: draft.contactName.trim(),
  };
  if (draft.contactPhone.trim() !== '') {
    request.contactPhone = normalisedPhone(draft.contactPhone);
  }
  if (draft.wish.trim() !== '') {
    request.wish = draft.wish.trim();
  }
  return request;
}
