import { type Language, type Verdict, verdicts } from "@/db/enums";
import { sentence } from "@/lib/sentences";

/** Three answers, one of them chosen by the link, words that nobody has to write, and the one button that sends. */
export function AnswerForm({
  action,
  language,
  chosen,
  comment,
  isChange,
  problem,
}: {
  action: string;
  language: Language;
  chosen: Verdict | null;
  comment: string | null;
  isChange: boolean;
  problem: string | null;
}) {
  const say = (key: string) => sentence(language, `satisfaction.${key}`) ?? "";
  return (
    <>
      <div className="flex flex-col gap-2">
        <h1 className="type-form-title">{say("page.title")}</h1>
        <p className="text-ink-2 text-[1rem] leading-6">{say("page.intro")}</p>
      </div>
      <form action={action} method="post" className="flex flex-col gap-6">
        <input type="hidden" name="lang" value={language} />
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-2 font-semibold text-[1rem] leading-6">{say("page.question")}</legend>
          {verdicts.map((verdict) => (
            <label
              key={verdict}
              className="flex min-h-12 cursor-pointer items-center gap-3 rounded-row border border-line-strong px-4 py-2 text-[1rem] leading-6 has-checked:border-accent has-checked:bg-accent-soft has-checked:font-semibold has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2"
            >
              <input
                type="radio"
                name="verdict"
                value={verdict}
                defaultChecked={chosen === verdict}
                required
                className="size-5 shrink-0 accent-accent"
              />
              {say(`verdicts.${verdict}`)}
            </label>
          ))}
        </fieldset>
        <div className="flex flex-col gap-1.5">
          <label htmlFor="comment" className="font-medium type-field">
            {say("page.comment")}
          </label>
          <textarea
            id="comment"
            name="comment"
            rows={4}
            maxLength={2000}
            defaultValue={comment ?? ""}
            aria-describedby="comment-hint"
            className="rounded-row border border-line-strong bg-surface px-3.5 py-2.5 text-[1rem] leading-6"
          />
          <p id="comment-hint" className="text-ink-2 type-row">
            {say("page.commentHint")}
          </p>
        </div>
        {problem ? (
          <p role="alert" className="rounded-row bg-now-soft px-4 py-3 type-field">
            {problem}
          </p>
        ) : null}
        <div>
          <button
            type="submit"
            className="min-h-12 rounded-row bg-ink px-7 font-semibold text-[1rem] text-canvas leading-6 hover:bg-ink/90"
          >
            {say(isChange ? "page.change" : "page.send")}
          </button>
        </div>
      </form>
    </>
  );
}
