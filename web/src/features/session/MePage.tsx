import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { addAddress, signOut } from '../../api/identity';
import type { Person, SessionPerson } from '../../api/types';
import { useMessages } from '../../i18n/language';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import type { IconName } from '../../ui/Icon';
import { Icon } from '../../ui/Icon';
import { LoadFailed, ProblemNote, Skeleton } from '../../ui/States';
import { useToast } from '../../ui/Toasts';
import { useTitle } from '../../ui/useTitle';
import { CodeForm } from './CodeForm';
import { ProfileForm } from './ProfileForm';
import { RequireSignIn } from './RequireSignIn';
import { sessionMessages } from './messages';
import { holds, useMe, useRefreshSession, worksAtDesk } from './session';
import './session.css';

/** The person's own page: the ways onward, the account, signing out. */
export default function MePage() {
  return <RequireSignIn>{(person) => <Me person={person} />}</RequireSignIn>;
}

function Me({ person }: { person: SessionPerson }) {
  const t = useMessages(sessionMessages);
  useTitle(t.profile);
  const toast = useToast();
  const me = useMe();
  const leave = useMutation({
    mutationFn: signOut,
    onSuccess: () => window.location.assign('/'),
  });
  return (
    <div className="page page--reading stack stack--l">
      <h1>{me.data?.name ?? person.name}</h1>
      <WaysOnward person={person} />
      <section className="card stack" aria-labelledby="account">
        <h2 id="account">{t.account}</h2>
        {me.isPending && <Skeleton lines={4} />}
        {me.isError && <LoadFailed error={me.error} retry={() => void me.refetch()} />}
        {me.data !== undefined && (
          <>
            <ProfileForm me={me.data} submit={t.save} onSaved={() => toast(t.saved)} />
            <Addresses me={me.data} />
          </>
        )}
      </section>
      <ProblemNote error={leave.error} />
      <div>
        <Button busy={leave.isPending} onClick={() => leave.mutate()}>
          {t.signOut}
        </Button>
      </div>
    </div>
  );
}

function WaysOnward({ person }: { person: SessionPerson }) {
  const t = useMessages(sessionMessages);
  const ways: { href: string; icon: IconName; label: string; shown: boolean }[] = [
    { href: '/tickets', icon: 'ticket', label: t.myTickets, shown: true },
    { href: '/messages', icon: 'mail', label: t.myMessages, shown: true },
    { href: '/applications', icon: 'desk', label: t.myBooths, shown: true },
    { href: '/me/data', icon: 'shield', label: t.myData, shown: true },
    { href: '/desk', icon: 'edit', label: t.desk, shown: worksAtDesk(person) },
    {
      href: '/admin/people',
      icon: 'people',
      label: t.administration,
      shown: holds(person, 'administrator'),
    },
  ];
  return (
    <nav className="ways" aria-label={t.profile}>
      {ways
        .filter(({ shown }) => shown)
        .map(({ href, icon, label }) => (
          <Link key={href} href={href} className="ways__way">
            <Icon name={icon} />
            {label}
          </Link>
        ))}
    </nav>
  );
}

function Addresses({ me }: { me: Person }) {
  const t = useMessages(sessionMessages);
  const toast = useToast();
  const refresh = useRefreshSession();
  const [adding, setAdding] = useState<'phone' | 'mail'>();
  const rows = [
    { kind: 'phone', label: t.phone, value: me.phone, add: t.addPhone },
    { kind: 'mail', label: t.mail, value: me.mail, add: t.addMail },
  ] as const;
  return (
    <dl className="addresses">
      {rows.map(({ kind, label, value, add }) => (
        <div key={kind} className="addresses__row">
          <dt>{label}</dt>
          <dd className="num">{value ?? t.noAddress}</dd>
          {value === undefined && <Button onClick={() => setAdding(kind)}>{add}</Button>}
        </div>
      ))}
      {adding !== undefined && (
        <Dialog
          title={adding === 'phone' ? t.addPhone : t.addMail}
          onClose={() => setAdding(undefined)}
        >
          <CodeForm
            label={adding === 'phone' ? t.phone : t.mail}
            inputMode={adding === 'phone' ? 'tel' : 'email'}
            submit={t.confirmAddress}
            redeem={addAddress}
            onRedeemed={() => {
              setAdding(undefined);
              toast(t.added);
              void refresh();
            }}
          />
        </Dialog>
      )}
    </dl>
  );
}
