import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { useLanguage, useMessages } from '../../i18n/language';
import { LoadFailed, Skeleton } from '../../ui/States';
import { ProfileForm } from './ProfileForm';
import { RequireSignIn } from './RequireSignIn';
import { sessionMessages } from './messages';
import { takeNext, useMe } from './session';
import './session.css';

/** Where the gateway's login comes back to: asks a new person's name, then goes on to where one wanted to go. */
export default function WelcomePage() {
  return <RequireSignIn>{() => <Welcome />}</RequireSignIn>;
}

function Welcome() {
  const t = useMessages(sessionMessages);
  const { language } = useLanguage();
  const me = useMe();
  const [, navigate] = useLocation();
  const known = me.data !== undefined && me.data.named !== false && me.data.name.trim() !== '';
  const gone = useRef(false);
  const goOn = () => {
    if (!gone.current) {
      gone.current = true;
      navigate(takeNext(), { replace: true });
    }
  };
  useEffect(() => {
    if (known) {
      goOn();
    }
  });
  if (me.isError) {
    return <LoadFailed error={me.error} retry={() => void me.refetch()} />;
  }
  if (me.isPending || known) {
    return (
      <div className="page page--narrow">
        <Skeleton />
      </div>
    );
  }
  return (
    <div className="page page--narrow sign-in">
      <div className="stack stack--s">
        <h1>{t.welcome}</h1>
        <p className="soft">{t.welcomeLead}</p>
      </div>
      <ProfileForm me={{ ...me.data, name: '', language }} submit={t.goOn} onSaved={goOn} />
    </div>
  );
}
