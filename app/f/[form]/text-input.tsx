import type { InputHTMLAttributes, ReactNode } from "react";

export const boxClass =
  "w-full min-w-0 rounded-row border border-line-strong bg-surface px-4 text-[1rem] text-ink leading-6 aria-invalid:border-now";

/** A label above, problems below, tied together; `rows` makes it a text of several lines. */
export function TextInput({
  id,
  name,
  label,
  aside,
  hint,
  problems,
  rows,
  ...rest
}: {
  id: string;
  name: string;
  label: string;
  aside?: string | null;
  hint?: ReactNode;
  problems: readonly string[];
  rows?: number;
} & Pick<
  InputHTMLAttributes<HTMLInputElement>,
  "type" | "required" | "maxLength" | "autoComplete" | "inputMode" | "defaultValue"
>) {
  const describedBy = [hint ? `${id}-hint` : null, problems.length > 0 ? `${id}-problem` : null]
    .filter((part) => part !== null)
    .join(" ");
  const shared = {
    id,
    name,
    "aria-invalid": problems.length > 0 || undefined,
    "aria-describedby": describedBy || undefined,
  };
  const { type, inputMode, ...both } = rest;
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <label htmlFor={id} className="font-medium type-field">
        {label}
        {aside ? <span className="font-normal text-ink-2"> {aside}</span> : null}
      </label>
      {rows ? (
        <textarea {...both} {...shared} rows={rows} className={`${boxClass} py-3`} data-first />
      ) : (
        <input {...both} {...shared} type={type} inputMode={inputMode} className={`${boxClass} h-12`} />
      )}
      {hint ? (
        <p id={`${id}-hint`} className="text-ink-2 type-row">
          {hint}
        </p>
      ) : null}
      <Problems id={`${id}-problem`} problems={problems} />
    </div>
  );
}

export function Problems({ id, problems }: { id: string; problems: readonly string[] }) {
  if (problems.length === 0) return null;
  return (
    <p id={id} className="flex flex-col text-now type-row">
      {problems.map((problem) => (
        <span key={problem}>{problem}</span>
      ))}
    </p>
  );
}
