import type { FileType, Question, QuestionKind } from '../../api/forms';
import { useMessages } from '../../i18n/language';
import { Button, IconButton } from '../../ui/Button';
import { CheckField, Choices } from '../../ui/Choices';
import { Field, NumberField, SelectField, TextPairField, useFieldError } from '../../ui/Field';
import { Icon } from '../../ui/Icon';
import { QUESTION_KINDS, emptyOption, ofKind } from './formDraft';
import { formMessages } from './messages';

const FILE_TYPES: readonly FileType[] = ['pdf', 'jpeg', 'png'];

interface EditorProps {
  question: Question;
  at: number;
  onChange: (question: Question) => void;
}

/** Everything about one question but its condition. */
export function QuestionEditor({ question, at, onChange }: EditorProps) {
  const t = useMessages(formMessages);
  const path = `questions.${at}`;
  const consent = question.kind === 'consent';
  return (
    <>
      <SelectField
        label={t.kind}
        name={`${path}.kind`}
        value={question.kind}
        onChange={(kind) => onChange(ofKind(question, kind as QuestionKind))}
      >
        {QUESTION_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t.kinds[kind]}
          </option>
        ))}
      </SelectField>
      <TextPairField
        label={consent ? t.consentLabel : t.label}
        name={`${path}.label`}
        lines={consent ? 3 : 1}
        value={question.label}
        onChange={(label) => onChange({ ...question, label })}
      />
      <TextPairField
        label={t.help}
        name={`${path}.help`}
        optional
        value={question.help ?? { zh: '', en: '' }}
        onChange={(help) => onChange({ ...question, help })}
      />
      <CheckField
        label={consent ? t.mustConsent : t.required}
        name={`${path}.required`}
        value={question.required === true}
        onChange={(required) => onChange({ ...question, required })}
      />
      <KindFields question={question} path={path} onChange={onChange} />
    </>
  );
}

interface KindProps {
  question: Question;
  path: string;
  onChange: (question: Question) => void;
}

function KindFields(props: KindProps) {
  const t = useMessages(formMessages);
  const { question, path, onChange } = props;
  switch (question.kind) {
    case 'text':
      return (
        <div className="grid-3">
          <NumberField
            label={t.maxLength}
            name={`${path}.maxLength`}
            optional
            min={1}
            max={4000}
            value={question.maxLength ?? NaN}
            onChange={(maxLength) => onChange({ ...question, maxLength })}
          />
        </div>
      );
    case 'choice':
      return <OptionFields {...props} />;
    case 'number':
      return <Figures {...props} />;
    case 'date':
      return (
        <div className="grid-2">
          <DayField {...props} label={t.from} end="from" />
          <DayField {...props} label={t.to} end="to" />
        </div>
      );
    case 'file':
      return (
        <Choices
          label={t.fileTypes}
          name={`${path}.fileTypes`}
          many
          options={FILE_TYPES.map((type) => ({ value: type, label: type.toUpperCase() }))}
          value={question.fileTypes ?? FILE_TYPES}
          onChange={(fileTypes) => onChange({ ...question, fileTypes: fileTypes as FileType[] })}
        />
      );
    case 'consent':
      return null;
  }
}

function Figures({ question, path, onChange }: KindProps) {
  const t = useMessages(formMessages);
  return (
    <div className="grid-3">
      <NumberField
        label={t.min}
        name={`${path}.min`}
        optional
        step="any"
        value={question.min ?? NaN}
        onChange={(min) => onChange({ ...question, min })}
      />
      <NumberField
        label={t.max}
        name={`${path}.max`}
        optional
        step="any"
        value={question.max ?? NaN}
        onChange={(max) => onChange({ ...question, max })}
      />
      <NumberField
        label={t.decimals}
        name={`${path}.decimals`}
        optional
        min={0}
        max={6}
        value={question.decimals ?? NaN}
        onChange={(decimals) => onChange({ ...question, decimals })}
      />
    </div>
  );
}

function DayField({
  question,
  path,
  onChange,
  label,
  end,
}: KindProps & { label: string; end: 'from' | 'to' }) {
  return (
    <Field label={label} name={`${path}.${end}`} optional>
      {(wiring) => (
        <input
          {...wiring}
          className="input"
          type="date"
          value={question[end] ?? ''}
          onChange={(event) => onChange({ ...question, [end]: event.target.value })}
        />
      )}
    </Field>
  );
}

function OptionFields({ question, path, onChange }: KindProps) {
  const t = useMessages(formMessages);
  const options = question.options ?? [];
  const refused = useFieldError(`${path}.options`);
  return (
    <fieldset className="options stack stack--s">
      <legend className="field__label">{t.options}</legend>
      {options.map((option, index) => (
        <div key={option.id} className="option">
          <TextPairField
            label={t.option(index + 1)}
            name={`${path}.options.${index}.label`}
            value={option.label}
            onChange={(label) =>
              onChange({ ...question, options: options.with(index, { ...option, label }) })
            }
          />
          <IconButton
            icon="trash"
            label={t.removeOption(index + 1)}
            disabled={options.length === 1}
            onClick={() =>
              onChange({ ...question, options: options.filter(({ id }) => id !== option.id) })
            }
          />
        </div>
      ))}
      {refused !== undefined && (
        <span className="field__error">
          <Icon name="alert" />
          {refused}
        </span>
      )}
      <div>
        <Button
          icon="plus"
          onClick={() => onChange({ ...question, options: [...options, emptyOption()] })}
        >
          {t.addOption}
        </Button>
      </div>
      <CheckField
        label={t.many}
        name={`${path}.many`}
        value={question.many === true}
        onChange={(many) => onChange({ ...question, many, most: NaN })}
      />
      {question.many === true && (
        <div className="grid-3">
          <NumberField
            label={t.most}
            name={`${path}.most`}
            optional
            min={1}
            max={options.length}
            value={question.most ?? NaN}
            onChange={(most) => onChange({ ...question, most })}
          />
        </div>
      )}
    </fieldset>
  );
}
