import { useState } from 'react';
import type { Question } from '../../api/forms';
import { useMessages, useText } from '../../i18n/language';
import { Button, IconButton } from '../../ui/Button';
import { Confirm } from '../../ui/Dialog';
import { Fold, toggledIn } from '../../ui/Fold';
import { ConditionFields } from './ConditionFields';
import { QuestionEditor } from './QuestionEditor';
import {
  QUESTION_KINDS,
  dependentsOf,
  emptyQuestion,
  moved,
  withQuestion,
  withoutQuestion,
} from './formDraft';
import { formMessages } from './messages';

interface ListProps {
  questions: readonly Question[];
  onChange: (questions: readonly Question[]) => void;
  opened: ReadonlySet<string>;
  setOpened: (opened: ReadonlySet<string>) => void;
}

/** The questions in their order, each to be opened; and what can be added. */
export function QuestionList(props: ListProps) {
  const t = useMessages(formMessages);
  const { questions, onChange, opened, setOpened } = props;
  return (
    <>
      {questions.length > 0 && (
        <ol className="folds">
          {questions.map((question, at) => (
            <QuestionRow key={question.id} {...props} question={question} at={at} />
          ))}
        </ol>
      )}
      <div className="card stack stack--s">
        <h3>{questions.length === 0 ? t.none : t.add}</h3>
        {questions.length === 0 && <p className="soft">{t.noneLead}</p>}
        <div className="row">
          {QUESTION_KINDS.map((kind) => (
            <Button
              key={kind}
              icon="plus"
              onClick={() => {
                const added = emptyQuestion(kind);
                onChange([...questions, added]);
                setOpened(new Set([...opened, added.id]));
              }}
            >
              {t.kinds[kind]}
            </Button>
          ))}
        </div>
      </div>
    </>
  );
}

interface RowProps extends ListProps {
  question: Question;
  at: number;
}

function QuestionRow(props: RowProps) {
  const t = useMessages(formMessages);
  const text = useText();
  const { question, at, questions, onChange, opened, setOpened } = props;
  const open = opened.has(question.id);
  const label = text(question.label).trim();
  const change = (changed: Question) => onChange(withQuestion(questions, changed));
  return (
    <Fold
      place={at + 1}
      title={label === '' ? <span className="soft">{t.unnamed}</span> : label}
      tags={<Tags {...props} />}
      label={open ? t.fold(at + 1) : t.edit(at + 1)}
      open={open}
      onToggle={() => setOpened(toggledIn(opened, question.id))}
      acts={<Acts {...props} />}
    >
      <QuestionEditor question={question} at={at} onChange={change} />
      <ConditionFields {...{ question, questions, at }} onChange={change} />
    </Fold>
  );
}

function Tags({ question, questions }: RowProps) {
  const t = useMessages(formMessages);
  const source = questions.findIndex(({ id }) => id === question.shownIf?.question);
  return (
    <>
      <span className="tag">{t.kinds[question.kind]}</span>
      {question.required === true && <span className="tag tag--good">{t.requiredTag}</span>}
      {source >= 0 && <span className="tag tag--warn">{t.conditionTag(source + 1)}</span>}
    </>
  );
}

function Acts(props: RowProps) {
  const t = useMessages(formMessages);
  const { at, questions, onChange } = props;
  const place = at + 1;
  return (
    <>
      <IconButton
        icon="arrow-up"
        label={t.up(place)}
        disabled={at === 0}
        onClick={() => onChange(moved(questions, at, -1))}
      />
      <IconButton
        icon="arrow-down"
        label={t.down(place)}
        disabled={place === questions.length}
        onClick={() => onChange(moved(questions, at, 1))}
      />
      <Remove {...props} />
    </>
  );
}

/** Asks first where other questions are shown for its answers only. */
function Remove({ question, at, questions, onChange }: RowProps) {
  const t = useMessages(formMessages);
  const [asking, setAsking] = useState(false);
  const dependents = dependentsOf(questions, question.id);
  const remove = () => onChange(withoutQuestion(questions, question.id));
  return (
    <>
      <IconButton
        icon="trash"
        label={t.remove(at + 1)}
        onClick={() => (dependents.length === 0 ? remove() : setAsking(true))}
      />
      {asking && (
        <Confirm
          title={t.removeTitle(at + 1)}
          confirm={t.removeAct}
          danger
          busy={false}
          error={undefined}
          onConfirm={remove}
          onClose={() => setAsking(false)}
        >
          <p>{t.removeLead(dependents.map((one) => questions.indexOf(one) + 1).join(', '))}</p>
        </Confirm>
      )}
    </>
  );
}
