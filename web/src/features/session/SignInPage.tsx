import { Redirect, useSearchParams } from 'wouter';
import { signIn, signInLocation } from '../../api/identity';
import { useMessages } from '../../i18n/language';
import { Mark } from '../../ui/Brand';
import { useTitle } from '../../ui/useTitle';
import { CodeForm } from './CodeForm';
import { sessionMessages } from './messages';
import { isOwnPath, rememberNext, useSession } from './session';
import './session.css';

/** Sign-in by a one-time code; afterwards the gateway's own login takes over and comes back to /welcome. */
export default function SignInPage() {
  const t = useMessages(sessionMessages);
  const [search] = useSearchParams();
  const session = useSession();
  const asked = search.get('return') ?? '/';
  const next = isOwnPath(asked) ? asked : '/';
  useTitle(t.title);
  if (session.data?.signedIn === true) {
    return <Redirect to={next} replace />;
  }
  return (
    <div className="page page--narrow sign-in">
      <Mark className="sign-in__mark" />
      <CodeForm
        label={t.address}
        hint={t.addressHint}
        submit={t.enter}
        redeem={signIn}
        onRedeemed={() => {
          rememberNext(next);
          window.location.assign(signInLocation('/welcome'));
        }}
        heading={(step, address) => (
          <div className="stack stack--s">
            <h1>{step === 'address' ? t.title : t.codeTitle}</h1>
            <p className="soft">{step === 'address' ? t.lead : t.codeSent(address)}</p>
          </div>
        )}
      />
    </div>
  );
}
