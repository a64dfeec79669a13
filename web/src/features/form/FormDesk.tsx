import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { getEvent } from '../../api/events';
import { getForm, saveForm } from '../../api/forms';
import type { GivenAnswers, Question, RegistrationForm } from '../../api/forms';
import { fieldMessages } from '../../api/problem';
import { useMessages } from '../../i18n/language';
import { Button } from '../../ui/Button';
import { FieldErrorsOf, MomentField } from '../../ui/Field';
import { Segmented } from '../../ui/Segmented';
import { LoadFailed, ProblemNote, Skeleton } from '../../ui/States';
import { useToast } from '../../ui/Toasts';
import { QuestionFields } from '../registration/QuestionFields';
import { QuestionList } from './QuestionList';
import { questionToSend, refusedQuestions } from './formDraft';
import { formMessages } from './messages';
import './form.css';

/** What the organiser asks those who register, with how it looks to them. */
export function FormDesk({ eventId, published }: { eventId: string; published: boolean }) {
  const t = useMessages(formMessages);
  return published ? <Loaded eventId={eventId} /> : <p className="note">{t.publishFirst}</p>;
}

function Loaded({ eventId }: { eventId: string }) {
  const form = useQuery({
    queryKey: ['form', eventId],
    queryFn: ({ signal }) => getForm(eventId, signal),
  });
  const event = useQuery({
    queryKey: ['event', eventId],
    queryFn: ({ signal }) => getEvent(eventId, signal),
  });
  if (form.isError || event.isError) {
    const retry = () => void Promise.all([form.refetch(), event.refetch()]);
    return <LoadFailed error={form.error ?? event.error} retry={retry} />;
  }
  if (form.isPending || event.isPending) {
    return <Skeleton lines={6} />;
  }
  return (
    <Editor
      key={form.data.version}
      eventId={eventId}
      startsAt={event.data.startsAt}
      form={form.data}
    />
  );
}

/** Until the event begins unless it was said otherwise: so it moves with the event. */
function saidUntil({ editableUntil }: RegistrationForm, startsAt: string): string {
  return editableUntil === undefined || Date.parse(editableUntil) === Date.parse(startsAt)
    ? ''
    : editableUntil;
}

interface EditorProps {
  eventId: string;
  startsAt: string;
  form: RegistrationForm;
}

function useSave({ eventId }: EditorProps) {
  const t = useMessages(formMessages);
  const client = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: ({ version, questions, until }: Draft) =>
      saveForm(eventId, version, {
        questions: questions.map(questionToSend),
        ...(until === '' ? {} : { editableUntil: until }),
      }),
    onSuccess: (saved) => {
      toast(t.saved(saved.version));
      client.setQueryData(['form', eventId], saved);
    },
  });
}

interface Draft {
  version: number;
  questions: readonly Question[];
  until: string;
}

function Editor(props: EditorProps) {
  const t = useMessages(formMessages);
  const client = useQueryClient();
  const { eventId, startsAt, form } = props;
  const [questions, setQuestions] = useState<readonly Question[]>(form.questions);
  const [until, setUntil] = useState(() => saidUntil(form, startsAt));
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [view, setView] = useState<'editing' | 'previewing'>('editing');
  const save = useSave(props);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    save.mutate(
      { version: form.version, questions, until },
      {
        onError: (error) => {
          setView('editing');
          const refused = refusedQuestions(fieldMessages(error)).map((at) => questions[at]?.id);
          setOpened((open) => new Set([...open, ...refused.filter((id) => id !== undefined)]));
        },
      },
    );
  };
  return (
    <section className="stack" aria-labelledby="form-title">
      <header className="section-head">
        <div>
          <h2 id="form-title">{t.title}</h2>
          <p className="soft">{t.lead}</p>
        </div>
        <p className="soft small">{t.version(form.version)}</p>
      </header>
      <div className="form-desk__views">
        <Segmented
          label={t.views}
          choices={[
            { value: 'editing', label: t.editing },
            { value: 'previewing', label: t.previewing },
          ]}
          value={view}
          onChange={setView}
        />
      </div>
      <div className={`form-desk form-desk--${view}`}>
        <form className="form-desk__editor stack" onSubmit={submit}>
          <FieldErrorsOf error={save.error}>
            <QuestionList {...{ questions, opened, setOpened }} onChange={setQuestions} />
            {questions.length > 0 && (
              <div className="card">
                <MomentField
                  label={t.editableUntil}
                  name="editableUntil"
                  hint={t.editableHint}
                  optional
                  value={until}
                  onChange={setUntil}
                />
              </div>
            )}
          </FieldErrorsOf>
          <div className="editor__foot">
            <ProblemNote
              error={save.error}
              reload={() => void client.invalidateQueries({ queryKey: ['form', eventId] })}
            />
            <div className="row">
              <Button type="submit" look="primary" busy={save.isPending}>
                {t.save}
              </Button>
              <span className="soft small">{t.versionLead}</span>
            </div>
          </div>
        </form>
        <Preview questions={questions} />
      </div>
    </section>
  );
}

/** A file is only looked at here, and goes nowhere. */
const keepNothing = (file: File) => Promise.resolve({ fileId: file.name, name: file.name });

function Preview({ questions }: { questions: readonly Question[] }) {
  const t = useMessages(formMessages);
  const [answers, setAnswers] = useState<GivenAnswers>({});
  return (
    <aside className="form-desk__preview stack stack--s" aria-labelledby="form-preview">
      <h3 id="form-preview">{t.preview}</h3>
      <p className="soft small">{questions.length === 0 ? t.none : t.previewLead}</p>
      <QuestionFields
        questions={questions}
        answers={answers}
        onChange={setAnswers}
        bring={keepNothing}
      />
    </aside>
  );
}
