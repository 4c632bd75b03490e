import type { Language } from "@/db/enums";
import { type FormConfig, ownWords } from "@/lib/channels/form/config";
import { fieldLimits } from "@/lib/channels/form/field-limits";
import { sentence } from "@/lib/sentences";
import en from "@/messages/en.json";
import fr from "@/messages/fr.json";

export type FormWords = ReturnType<typeof formWords>;

/** Everything that the page says, resolved on the server, so that no sentence machine travels to the visitor. */
export function formWords(language: Language, config: FormConfig, hours: number | null) {
  const say = (key: string, params: Record<string, string | number> = {}) =>
    sentence(language, `form.${key}`, params) ?? key;
  const own = ownWords(config, language);
  const texts = language === "fr" ? fr.form : en.form;
  return {
    title: own.title ?? say("title"),
    intro: own.intro ?? (hours === null ? say("intro") : say("introHours", { hours })),
    optional: texts.optional,
    fields: texts.fields,
    filesHint: say("filesHint", { max: fieldLimits.files, size: fieldLimits.fileBytes / 1024 / 1024 }),
    dangerNo: texts.dangerNo,
    dangerYes: texts.dangerYes,
    emergency: texts.emergency,
    phoneHint: texts.phoneHint,
    send: texts.send,
    confirmation: config.acknowledgement ? texts.confirmation : null,
    kept: config.keptMonths === null ? null : say("kept", { months: config.keptMonths }),
    again: texts.again,
    sent: { ...texts.sent, add: config.acknowledgement ? texts.sent.add : texts.sent.addNoMail },
    /** With `{name}` in braces, filled in by fill() of the browser. */
    live: texts.live,
    problems: texts.problems,
  };
}
