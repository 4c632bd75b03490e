import { fieldLimits } from "@/lib/channels/form/field-limits";
import type { Typed } from "@/lib/channels/form/submission";
import { TextInput } from "./text-input";
import type { FormWords } from "./words";

/**
 * Is somebody hurt? "Yes" shows where to write a phone number, by CSS alone, so that it works without JavaScript;
 * a browser that cannot do that shows the number always.
 */
export function DangerField({
  words,
  typed,
  phoneProblems,
}: {
  words: FormWords;
  typed: Typed | null;
  phoneProblems: readonly string[];
}) {
  return (
    <fieldset className="group/danger flex min-w-0 flex-col gap-3">
      <legend className="mb-2 font-medium type-field">{words.fields.danger}</legend>
      <div className="flex flex-wrap gap-2">
        <Choice value="no" name={words.dangerNo} isChosen={typed?.danger === "no"} />
        <Choice value="yes" name={words.dangerYes} isChosen={typed?.danger === "yes"} />
      </div>
      <div className="hidden flex-col gap-3 group-has-[[value=yes]:checked]/danger:flex not-supports-[selector(:has(*))]:flex">
        <p className="rounded-row bg-now-soft px-4 py-3 text-ink type-field">{words.emergency}</p>
        <TextInput
          id="phone"
          name="phone"
          type="tel"
          autoComplete="tel"
          label={words.fields.phone}
          aside={words.optional}
          hint={words.phoneHint}
          maxLength={fieldLimits.phone}
          defaultValue={typed?.phone}
          problems={phoneProblems}
        />
      </div>
    </fieldset>
  );
}

function Choice({ value, name, isChosen }: { value: "yes" | "no"; name: string; isChosen: boolean }) {
  return (
    <label className="flex min-h-11 cursor-pointer items-center rounded-row border border-line-strong bg-surface px-4 type-field has-checked:border-ink has-checked:font-semibold has-checked:shadow-[inset_0_0_0_1px_var(--ink)] has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2">
      <input type="radio" name="danger" value={value} defaultChecked={isChosen} className="sr-only" />
      {name}
    </label>
  );
}
