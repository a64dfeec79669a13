import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode, SyntheticEvent } from 'react';
import { requestCode } from '../../api/identity';
import type { CodeIssued } from '../../api/types';
import { useLanguage, useMessages } from '../../i18n/language';
import { Button } from '../../ui/Button';
import { Field, FieldErrorsOf, TextField } from '../../ui/Field';
import { ProblemNote } from '../../ui/States';
import { useToast } from '../../ui/Toasts';
import { sessionMessages } from './messages';
import { useCountdown } from './useCountdown';

const CODE = /^\d{6}$/;

interface CodeFormProps {
  /** What the address is called. */
  label: string;
  hint?: string;
  inputMode?: 'email' | 'tel' | 'text';
  submit: string;
  /** What to do with a complete code; its refusal is shown beside the field. */
  redeem: (address: string, code: string) => Promise<unknown>;
  onRedeemed: () => void;
  heading?: (step: 'address' | 'code', address: string) => ReactNode;
}

/** Proves an address in two steps: ask for a code, then type it in. */
export function CodeForm(props: CodeFormProps) {
  const { language } = useLanguage();
  const [address, setAddress] = useState('');
  const [issued, setIssued] = useState<CodeIssued>();
  const ask = useMutation({
    mutationFn: (to: string) => requestCode(to, language),
    onSuccess: setIssued,
  });
  if (issued === undefined) {
    return (
      <>
        {props.heading?.('address', address)}
        <AddressStep {...props} {...{ address, setAddress }} ask={ask} />
      </>
    );
  }
  return (
    <>
      {props.heading?.('code', issued.address)}
      <CodeStep
        {...props}
        issued={issued}
        askAgain={ask}
        onOtherAddress={() => setIssued(undefined)}
      />
    </>
  );
}

interface Asking {
  mutate: (address: string, options?: { onSuccess?: () => void }) => void;
  isPending: boolean;
  error: unknown;
}

function AddressStep({
  label,
  hint,
  inputMode,
  address,
  setAddress,
  ask,
}: CodeFormProps & { address: string; setAddress: (address: string) => void; ask: Asking }) {
  const t = useMessages(sessionMessages);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    ask.mutate(address.trim());
  };
  return (
    <form className="stack" onSubmit={submit}>
      <FieldErrorsOf error={ask.error}>
        <TextField
          label={label}
          name="address"
          hint={hint}
          inputMode={inputMode}
          autoComplete={inputMode === 'email' ? 'email' : 'username'}
          maxLength={254}
          value={address}
          onChange={setAddress}
        />
      </FieldErrorsOf>
      <ProblemNote error={ask.error} />
      <Button type="submit" look="primary" wide busy={ask.isPending}>
        {t.send}
      </Button>
    </form>
  );
}

function CodeStep({
  issued,
  askAgain,
  redeem,
  onRedeemed,
  submit,
  onOtherAddress,
}: CodeFormProps & { issued: CodeIssued; askAgain: Asking; onOtherAddress: () => void }) {
  const t = useMessages(sessionMessages);
  const toast = useToast();
  const [code, setCode] = useState('');
  const [incomplete, setIncomplete] = useState(false);
  const wait = useCountdown(issued.resendAfter);
  const enter = useMutation({
    mutationFn: (complete: string) => redeem(issued.address, complete),
    onSuccess: onRedeemed,
  });
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    setIncomplete(!CODE.test(code));
    if (CODE.test(code)) {
      enter.mutate(code);
    }
  };
  return (
    <form className="stack" onSubmit={send} noValidate>
      <FieldErrorsOf error={enter.error}>
        <Field label={t.code} name="code" problem={incomplete ? t.codeIncomplete : undefined}>
          {(wiring) => (
            <input
              {...wiring}
              className="input code-input num"
              value={code}
              onChange={(event) => setCode(event.target.value.replace(/\D/g, '').slice(0, 6))}
              inputMode="numeric"
              autoComplete="one-time-code"
              // The person came here to type exactly this.
              // eslint-disable-next-line jsx-a11y/no-autofocus
              autoFocus
            />
          )}
        </Field>
      </FieldErrorsOf>
      <ProblemNote error={enter.error ?? askAgain.error} />
      <Button type="submit" look="primary" wide busy={enter.isPending || enter.isSuccess}>
        {enter.isSuccess ? t.entering : submit}
      </Button>
      <div className="row row--apart">
        <Button look="quiet" onClick={onOtherAddress}>
          {t.otherAddress}
        </Button>
        <Button
          look="quiet"
          disabled={wait > 0}
          busy={askAgain.isPending}
          onClick={() => askAgain.mutate(issued.address, { onSuccess: () => toast(t.resent) })}
        >
          {wait > 0 ? t.resendIn(wait) : t.resend}
        </Button>
      </div>
    </form>
  );
}
