import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { updateMe } from '../../api/identity';
import type { Language, Person } from '../../api/types';
import { useLanguage, useMessages } from '../../i18n/language';
import { Button } from '../../ui/Button';
import { FieldErrorsOf, TextField } from '../../ui/Field';
import { Segmented } from '../../ui/Segmented';
import { ProblemNote } from '../../ui/States';
import { sessionMessages } from './messages';

/** Name and language of messages. */
export function ProfileForm({
  me,
  submit,
  onSaved,
}: {
  me: Person;
  submit: string;
  onSaved: () => void;
}) {
  const t = useMessages(sessionMessages);
  const { choose } = useLanguage();
  const client = useQueryClient();
  const [name, setName] = useState(me.name);
  const [language, setLanguage] = useState<Language>(me.language);
  const save = useMutation({
    mutationFn: () => updateMe({ name: name.trim(), language }),
    onSuccess: (person) => {
      client.setQueryData(['me'], person);
      void client.invalidateQueries({ queryKey: ['session'] });
      if (language !== me.language) {
        choose(language);
      }
      onSaved();
    },
  });
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form className="stack" onSubmit={send}>
      <FieldErrorsOf error={save.error}>
        <TextField
          label={t.name}
          name="name"
          autoComplete="name"
          maxLength={60}
          value={name}
          onChange={setName}
        />
      </FieldErrorsOf>
      <div className="field">
        <span className="field__label">{t.language}</span>
        <div>
          <Segmented
            label={t.language}
            choices={[
              { value: 'zh', label: t.chinese },
              { value: 'en', label: t.english },
            ]}
            value={language}
            onChange={setLanguage}
          />
        </div>
        <span className="field__hint">{t.languageHint}</span>
      </div>
      <ProblemNote error={save.error} />
      <Button type="submit" look="primary" busy={save.isPending}>
        {submit}
      </Button>
    </form>
  );
}
