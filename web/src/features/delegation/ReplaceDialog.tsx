import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { substitute } from '../../api/delegations';
import type { DelegationRow } from '../../api/delegations';
import type { GivenAnswers, Question } from '../../api/forms';
import { useMessages } from '../../i18n/language';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { FieldErrorsOf, TextField } from '../../ui/Field';
import { Icon } from '../../ui/Icon';
import { ProblemNote } from '../../ui/States';
import { useToast } from '../../ui/Toasts';
import { QuestionFields } from '../registration/QuestionFields';
import { answersToSend } from '../registration/answers';
import { normalisedPhone } from '../registration/phone';
import { delegationMessages } from './messages';

/** Naming who comes instead of somebody on a list. */
export function ReplaceDialog({
  delegationId,
  row,
  questions,
  close,
}: {
  delegationId: string;
  row: DelegationRow;
  questions: readonly Question[];
  close: () => void;
}) {
  const t = useMessages(delegationMessages);
  const client = useQueryClient();
  const toast = useToast();
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [answers, setAnswers] = useState<GivenAnswers>({});
  const replacing = useMutation({
    mutationFn: () =>
      substitute(delegationId, row.line, {
        name: name.trim(),
        phone: normalisedPhone(phone),
        answers: answersToSend(questions, answers),
      }),
    onSuccess: async (now) => {
      toast(t.replaced(now.name));
      close();
      await client.invalidateQueries({ queryKey: ['delegation-rows', delegationId] });
    },
  });
  const send = (submit: SyntheticEvent) => {
    submit.preventDefault();
    replacing.mutate();
  };
  const person = row.holder ?? row.name;
  return (
    <Dialog title={t.replaceTitle(person)} onClose={close}>
      <form className="stack" onSubmit={send}>
        <p className="note">
          <Icon name="alert" />
          {t.replaceLead(person)}
        </p>
        <FieldErrorsOf error={replacing.error}>
          <TextField
            label={t.name}
            name="name"
            maxLength={100}
            autoComplete="off"
            value={name}
            onChange={setName}
          />
          <TextField
            label={t.phone}
            name="phone"
            type="tel"
            maxLength={30}
            autoComplete="off"
            value={phone}
            onChange={setPhone}
          />
          <QuestionFields questions={questions} answers={answers} onChange={setAnswers} />
        </FieldErrorsOf>
        <ProblemNote error={replacing.error} />
        <Button type="submit" look="primary" wide busy={replacing.isPending}>
          {t.replaceSend}
        </Button>
      </form>
    </Dialog>
  );
}
