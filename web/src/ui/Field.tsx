import { createContext, use, useEffect, useId } from 'react';
import type {
  InputHTMLAttributes,
  ReactNode,
  SelectHTMLAttributes,
  TextareaHTMLAttributes,
} from 'react';
import { fieldMessages } from '../api/problem';
import type { Text } from '../api/types';
import { useMessages } from '../i18n/language';
import { fromInputTime, toInputTime } from '../time/zone';
import { Icon } from './Icon';
import { uiMessages } from './messages';

const FieldErrors = createContext<Readonly<Record<string, string>>>({});

/**
 * Gives the fields inside the messages of a refused request, each by its path in the request, and puts the
 * focus on the first one.
 */
export function FieldErrorsOf({ error, children }: { error: unknown; children: ReactNode }) {
  const messages = fieldMessages(error);
  useEffect(() => {
    const refused = Object.keys(fieldMessages(error))
      .map((name) => document.getElementsByName(name)[0])
      .find((control) => control !== undefined);
    refused?.focus();
  }, [error]);
  return <FieldErrors value={messages}>{children}</FieldErrors>;
}

/** Why the field with this path was refused. */
export function useFieldError(name: string): string | undefined {
  return use(FieldErrors)[name];
}

interface Wiring {
  id: string;
  name: string;
  required: boolean;
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
}

interface FrameProps {
  label: string;
  /** The field's path in the request, such as `title.zh`. */
  name: string;
  hint?: ReactNode;
  /** A refusal known on this side; the service's own wins. */
  problem?: string | undefined;
  optional?: boolean;
}

/** Label, hint and refusal around one control, wired for assistive technology. */
export function Field({
  label,
  name,
  hint,
  problem,
  optional = false,
  children,
}: FrameProps & { children: (wiring: Wiring) => ReactNode }) {
  const id = useId();
  const t = useMessages(uiMessages);
  const error = useFieldError(name) ?? problem;
  const describedBy = [
    hint === undefined ? '' : `${id}-hint`,
    error === undefined ? '' : `${id}-error`,
  ]
    .filter((part) => part !== '')
    .join(' ');
  return (
    <div className="field">
      <span>
        <label className="field__label" htmlFor={id}>
          {label}
        </label>
        {optional && <span className="field__label field__optional">{t.optional}</span>}
      </span>
      {children({
        id,
        name,
        required: !optional,
        'aria-invalid': error === undefined ? undefined : true,
        'aria-describedby': describedBy === '' ? undefined : describedBy,
      })}
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
    </div>
  );
}

type TextProps = FrameProps & {
  value: string;
  onChange: (value: string) => void;
} & Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange' | 'name'>;

/** One line of text. */
export function TextField({
  label,
  name,
  hint,
  problem,
  optional,
  value,
  onChange,
  ...rest
}: TextProps) {
  return (
    <Field {...{ label, name, hint, problem, optional }}>
      {(wiring) => (
        <input
          {...rest}
          {...wiring}
          className="input"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

type AreaProps = FrameProps & {
  value: string;
  onChange: (value: string) => void;
} & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'value' | 'onChange' | 'name'>;

/** Several lines of text. */
export function AreaField({
  label,
  name,
  hint,
  problem,
  optional,
  value,
  onChange,
  ...rest
}: AreaProps) {
  return (
    <Field {...{ label, name, hint, problem, optional }}>
      {(wiring) => (
        <textarea
          {...rest}
          {...wiring}
          className="input"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

type SelectProps = FrameProps & {
  value: string;
  onChange: (value: string) => void;
} & Omit<SelectHTMLAttributes<HTMLSelectElement>, 'value' | 'onChange' | 'name'>;

/** One of a list. */
export function SelectField({
  label,
  name,
  hint,
  problem,
  optional,
  value,
  onChange,
  children,
  ...rest
}: SelectProps) {
  return (
    <Field {...{ label, name, hint, problem, optional }}>
      {(wiring) => (
        <select
          {...rest}
          {...wiring}
          className="input"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        >
          {children}
        </select>
      )}
    </Field>
  );
}

/** A number, whole unless `step` says otherwise; NaN while nothing is typed that is one. */
export function NumberField({
  value,
  onChange,
  min,
  max,
  step = 1,
  ...frame
}: FrameProps & {
  value: number;
  onChange: (value: number) => void;
  min?: number | undefined;
  max?: number | undefined;
  step?: number | 'any';
}) {
  return (
    <Field {...frame}>
      {(wiring) => (
        <input
          {...wiring}
          className="input num"
          type="number"
          inputMode={step === 1 ? 'numeric' : 'decimal'}
          min={min}
          max={max}
          step={step}
          value={Number.isNaN(value) ? '' : value}
          onChange={(event) => onChange(event.target.valueAsNumber)}
        />
      )}
    </Field>
  );
}

/** A moment, typed as clock time in Shanghai and kept as RFC 3339. */
export function MomentField({
  value,
  onChange,
  ...frame
}: FrameProps & { value: string; onChange: (value: string) => void }) {
  return (
    <Field {...frame}>
      {(wiring) => (
        <input
          {...wiring}
          className="input"
          type="datetime-local"
          value={toInputTime(value)}
          onChange={(event) => onChange(fromInputTime(event.target.value))}
        />
      )}
    </Field>
  );
}

/** The same text in both languages, side by side; the labels end in the language. */
export function TextPairField({
  label,
  name,
  value,
  onChange,
  lines = 1,
  optional = false,
  hint,
}: FrameProps & { value: Text; onChange: (value: Text) => void; lines?: number }) {
  const t = useMessages(uiMessages);
  const Control = lines > 1 ? AreaField : TextField;
  const extra = lines > 1 ? { rows: lines } : {};
  return (
    <div className="grid-2">
      <Control
        {...extra}
        label={`${label} · ${t.chinese}`}
        name={`${name}.zh`}
        lang="zh-CN"
        optional={optional}
        hint={hint}
        value={value.zh}
        onChange={(zh) => onChange({ ...value, zh })}
      />
      <Control
        {...extra}
        label={`${label} · ${t.english}`}
        name={`${name}.en`}
        lang="en"
        optional={optional}
        value={value.en}
        onChange={(en) => onChange({ ...value, en })}
      />
    </div>
  );
}
