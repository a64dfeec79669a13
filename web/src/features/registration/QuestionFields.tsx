import { useQuery } from '@tanstack/react-query';
import { bringFile, getForm } from '../../api/forms';
import type { AnswerValue, GivenAnswers, Question } from '../../api/forms';
import { useMessages, useText } from '../../i18n/language';
import { CheckField, Choices } from '../../ui/Choices';
import { AreaField, Field, TextField } from '../../ui/Field';
import { FileQuestion } from './FileQuestion';
import { shownQuestions } from './answers';
import { registrationMessages } from './messages';

const ONE_LINE = 120;

/** What the organiser of an event asks. */
export function useForm(eventId: string) {
  return useQuery({
    queryKey: ['form', eventId],
    queryFn: ({ signal }) => getForm(eventId, signal),
  });
}

/**
 * The organiser's questions, wherever somebody comes to a place: conditions decide which are shown. `bring`
 * is what becomes of a file that is chosen.
 */
export function QuestionFields({
  questions,
  answers,
  onChange,
  bring = bringFile,
}: {
  questions: readonly Question[];
  answers: GivenAnswers;
  onChange: (answers: GivenAnswers) => void;
  bring?: typeof bringFile;
}) {
  const t = useMessages(registrationMessages);
  const shown = shownQuestions(questions, answers);
  if (shown.length === 0) {
    return null;
  }
  return (
    <fieldset className="card stack">
      <legend className="hidden-visually">{t.questions}</legend>
      <h2>{t.questions}</h2>
      {shown.map((question) => (
        <QuestionField
          key={question.id}
          question={question}
          value={answers[question.id]}
          bring={bring}
          onChange={(answer) => onChange({ ...answers, [question.id]: answer })}
        />
      ))}
    </fieldset>
  );
}

interface QuestionProps {
  question: Question;
  value: AnswerValue | undefined;
  onChange: (value: AnswerValue) => void;
}

function QuestionField({
  question,
  value,
  onChange,
  bring,
}: QuestionProps & { bring: typeof bringFile }) {
  const text = useText();
  const help = text(question.help);
  const frame = {
    label: text(question.label),
    name: `answers.${question.id}`,
    hint: help === '' ? undefined : help,
    optional: question.required !== true,
  };
  const typed = typeof value === 'string' ? value : '';
  switch (question.kind) {
    case 'text': {
      const longest = question.maxLength ?? ONE_LINE;
      const Control = longest > ONE_LINE ? AreaField : TextField;
      return <Control {...frame} maxLength={longest} value={typed} onChange={onChange} />;
    }
    case 'number':
      return (
        <TextField
          {...frame}
          inputMode={question.decimals === 0 ? 'numeric' : 'decimal'}
          maxLength={36}
          value={typed}
          onChange={onChange}
        />
      );
    case 'date':
      return (
        <Field {...frame}>
          {(wiring) => (
            <input
              {...wiring}
              className="input"
              type="date"
              min={question.from}
              max={question.to}
              value={typed}
              onChange={(event) => onChange(event.target.value)}
            />
          )}
        </Field>
      );
    case 'choice':
      return <Choice {...{ question, value, onChange, frame }} />;
    case 'file':
      return <FileQuestion {...{ question, onChange, frame, bring }} brought={typed !== ''} />;
    case 'consent':
      return (
        <CheckField
          label={frame.label}
          name={frame.name}
          hint={frame.hint}
          required={question.required === true}
          value={value === true}
          onChange={onChange}
        />
      );
  }
}

/** The parts that every question's field has. */
export interface Frame {
  label: string;
  name: string;
  hint: string | undefined;
  optional: boolean;
}

function Choice({ question, value, onChange, frame }: QuestionProps & { frame: Frame }) {
  const t = useMessages(registrationMessages);
  const text = useText();
  const options = question.options ?? [];
  const many = question.many === true;
  const most = question.most ?? options.length;
  const limit = many && most < options.length ? t.atMost(most) : undefined;
  const chosen = typeof value === 'string' ? [value] : Array.isArray(value) ? value : [];
  return (
    <Choices
      {...frame}
      hint={[frame.hint, limit].filter((part) => part !== undefined).join(' ') || undefined}
      options={options.map(({ id, label }) => ({ value: id, label: text(label) }))}
      many={many}
      value={chosen}
      onChange={onChange}
    />
  );
}
