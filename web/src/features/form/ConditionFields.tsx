import type { Question } from '../../api/forms';
import { useMessages, useText } from '../../i18n/language';
import { CheckField, Choices } from '../../ui/Choices';
import { SelectField } from '../../ui/Field';
import { conditionSources, marksOf, unconditional } from './formDraft';
import { formMessages } from './messages';

/** For which answers to another question this one is shown. */
export function ConditionFields({
  question,
  questions,
  at,
  onChange,
}: {
  question: Question;
  questions: readonly Question[];
  at: number;
  onChange: (question: Question) => void;
}) {
  const t = useMessages(formMessages);
  const text = useText();
  const sources = conditionSources(questions, question.id);
  const { shownIf } = question;
  const source = questions.find(({ id }) => id === shownIf?.question);
  const dependOn = (id: string) => onChange({ ...question, shownIf: { question: id, anyOf: [] } });
  const first = sources[0];
  return (
    <div className="stack stack--s">
      <CheckField
        label={t.conditional}
        name={`questions.${at}.shownIf`}
        hint={first === undefined && shownIf === undefined ? t.noSources : undefined}
        disabled={first === undefined && shownIf === undefined}
        value={shownIf !== undefined}
        onChange={(conditional) =>
          conditional && first !== undefined
            ? dependOn(first.id)
            : onChange(unconditional(question))
        }
      />
      {shownIf !== undefined && (
        <div className="grid-2">
          <SelectField
            label={t.source}
            name={`questions.${at}.shownIf.question`}
            value={shownIf.question}
            onChange={dependOn}
          >
            {questions
              .filter((other) => other === source || sources.includes(other))
              .map((other) => (
                <option key={other.id} value={other.id}>
                  {`${questions.indexOf(other) + 1}. ${text(other.label).trim() || t.unnamed}`}
                </option>
              ))}
          </SelectField>
          {source !== undefined && (
            <Choices
              label={t.anyOf}
              name={`questions.${at}.shownIf.anyOf`}
              many
              options={marksOf(source).map((mark, index) => ({
                value: mark,
                label:
                  source.kind === 'consent'
                    ? mark === 'true'
                      ? t.yes
                      : t.no
                    : text(source.options?.[index]?.label).trim() || t.option(index + 1),
              }))}
              value={shownIf.anyOf}
              onChange={(anyOf) =>
                onChange({ ...question, shownIf: { question: shownIf.question, anyOf } })
              }
            />
          )}
        </div>
      )}
    </div>
  );
}
