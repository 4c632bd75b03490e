import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from "react";
import { useId } from "react";

type FieldProps = {
  label: string;
  /** "optional", said after the label. */
  aside?: string;
  hint?: ReactNode;
  error?: string | undefined;
  children(ids: { id: string; describedBy: string | undefined; invalid: boolean }): ReactNode;
};

/** A label above what is typed in, a hint or an error below; the words are tied together for everyone. */
export function Field({ label, aside, hint, error, children }: FieldProps) {
  const id = useId();
  const describedBy = error ? `${id}-error` : hint ? `${id}-hint` : undefined;
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-medium type-row">
        {label}
        {aside ? <span className="font-normal text-ink-3"> {aside}</span> : null}
      </label>
      {children({ id, describedBy, invalid: Boolean(error) })}
      {error ? (
        <p id={`${id}-error`} className="text-now type-meta">
          {error}
        </p>
      ) : hint ? (
        <p id={`${id}-hint`} className="text-ink-3 type-meta">
          {hint}
        </p>
      ) : null}
    </div>
  );
}

type Own = { label: string; aside?: string; hint?: ReactNode; error?: string | undefined };

export function TextField({
  label,
  aside,
  hint,
  error,
  ...rest
}: Own & Omit<InputHTMLAttributes<HTMLInputElement>, "className">) {
  return (
    <Field label={label} aside={aside} hint={hint} error={error}>
      {({ id, describedBy, invalid }) => (
        <input
          {...rest}
          id={id}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          className={inputClass}
        />
      )}
    </Field>
  );
}

export function TextArea({
  label,
  aside,
  hint,
  error,
  ...rest
}: Own & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "className">) {
  return (
    <Field label={label} aside={aside} hint={hint} error={error}>
      {({ id, describedBy, invalid }) => (
        <textarea
          rows={4}
          {...rest}
          id={id}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          className={`${inputClass} h-auto py-2`}
        />
      )}
    </Field>
  );
}

export function Select({
  label,
  aside,
  hint,
  error,
  options,
  ...rest
}: Own & {
  options: ReadonlyArray<{ value: string; label: string }>;
} & Omit<SelectHTMLAttributes<HTMLSelectElement>, "className">) {
  return (
    <Field label={label} aside={aside} hint={hint} error={error}>
      {({ id, describedBy, invalid }) => (
        <select
          {...rest}
          id={id}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          className={inputClass}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export const inputClass =
  "h-10 w-full min-w-0 rounded-control border border-line-strong bg-surface px-3 text-ink type-field aria-invalid:border-now max-desk:h-11";
