import { useId } from 'react';
import type { ReactNode } from 'react';
import { useMessages } from '../i18n/language';
import { useFieldError } from './Field';
import { Icon } from './Icon';
import { uiMessages } from './messages';

interface Option {
  value: string;
  label: string;
}

interface ChoicesProps {
  label: string;
  /** The field's path in the request. */
  name: string;
  hint?: ReactNode;
  optional?: boolean;
  options: readonly Option[];
  /** Whether several may be chosen. */
  many: boolean;
  value: readonly string[];
  onChange: (value: string[]) => void;
}

/** One of several options, or some of them, all visible. */
export function Choices(props: ChoicesProps) {
  const { label, name, hint, optional = false, options, many, value, onChange } = props;
  const t = useMessages(uiMessages);
  const error = useFieldError(name);
  const id = useId();
  const toggled = (option: string) =>
    value.includes(option) ? value.filter((one) => one !== option) : [...value, option];
  return (
    <fieldset
      className="field choices"
      aria-describedby={`${id}-hint ${id}-error`}
      aria-invalid={error === undefined ? undefined : true}
    >
      <legend className="field__label">
        {label}
        {optional && <span className="field__optional">{t.optional}</span>}
      </legend>
      {options.map((option) => (
        <label key={option.value} className="choices__choice">
          <input
            type={many ? 'checkbox' : 'radio'}
            name={name}
            value={option.value}
            required={!many && !optional}
            checked={value.includes(option.value)}
            onChange={() => onChange(many ? toggled(option.value) : [option.value])}
          />
          <span>{option.label}</span>
        </label>
      ))}
      <Notes id={id} hint={hint} error={error} />
    </fieldset>
  );
}

/** A single yes. */
export function CheckField({
  label,
  name,
  hint,
  required = false,
  disabled = false,
  value,
  onChange,
}: {
  label: string;
  name: string;
  hint?: ReactNode;
  required?: boolean;
  disabled?: boolean;
  value: boolean;
  onChange: (value: boolean) => void;
}) {
  const error = useFieldError(name);
  const id = useId();
  return (
    <div className="field">
      <label className="choices__choice">
        <input
          type="checkbox"
          name={name}
          required={required}
          disabled={disabled}
          checked={value}
          aria-describedby={`${id}-hint ${id}-error`}
          aria-invalid={error === undefined ? undefined : true}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>{label}</span>
      </label>
      <Notes id={id} hint={hint} error={error} />
    </div>
  );
}

function Notes({ id, hint, error }: { id: string; hint: ReactNode; error: string | undefined }) {
  return (
    <>
      {hint !== undefined && (
        <span className="field__hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error !== undefined && (
        <span className="field__error" id={`${id}-error`}>
          <Icon name="alert" />
          {error}
        </span>
      )}
    </>
  );
}
