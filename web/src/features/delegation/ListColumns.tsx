import type { Question } from '../../api/forms';
import { useMessages, useText } from '../../i18n/language';
import { Icon } from '../../ui/Icon';
import { delegationMessages } from './messages';
import { templateLink } from './template';

/** Which columns a list has, and a file with them to begin with. */
export function ListColumns({ questions }: { questions: readonly Question[] }) {
  const t = useMessages(delegationMessages);
  const text = useText();
  const conditionOf = useCondition(questions);
  return (
    <details className="columns" open>
      <summary>{t.columns}</summary>
      <div className="stack stack--s">
        <p className="soft small">{t.columnsLead}</p>
        <ul className="columns__list">
          <Column name={t.name} required />
          <Column name={t.phone} required />
          {questions.map((question) => (
            <Column
              key={question.id}
              name={text(question.label)}
              required={question.required === true && question.shownIf === undefined}
              of={question}
              note={conditionOf(question)}
            />
          ))}
        </ul>
        <div>
          <a
            className="btn"
            href={templateLink([t.name, t.phone], questions, text)}
            download={t.templateFile}
          >
            <Icon name="download" />
            {t.template}
          </a>
        </div>
      </div>
    </details>
  );
}

/** For which answers a question must be answered that is not shown to everybody. */
function useCondition(questions: readonly Question[]) {
  const t = useMessages(delegationMessages);
  const text = useText();
  return ({ required, shownIf }: Question): string => {
    const source = questions.find(({ id }) => id === shownIf?.question);
    if (required !== true || shownIf === undefined || source === undefined) {
      return '';
    }
    const wordOf = (mark: string) =>
      source.kind === 'consent'
        ? mark === 'true'
          ? t.consented
          : t.notConsented
        : text(source.options?.find(({ id }) => id === mark)?.label);
    return t.onlyIf(text(source.label), shownIf.anyOf.map(wordOf).join(' / '));
  };
}

function Column({
  name,
  required,
  of,
  note = '',
}: {
  name: string;
  required: boolean;
  of?: Question;
  note?: string;
}) {
  const t = useMessages(delegationMessages);
  const text = useText();
  const options = (of?.options ?? []).map(({ label }) => text(label)).join(' / ');
  const notes = [options, of?.many === true ? t.several : ''].filter((one) => one !== '');
  return (
    <li>
      <strong>{name}</strong>
      <span className="tag">{required ? t.required : note === '' ? t.optional : note}</span>
      {notes.length > 0 && <span className="soft small">{notes.join(' · ')}</span>}
    </li>
  );
}
