import type { Metadata } from "next";
import { headers } from "next/headers";
import { locale } from "@/app/_server/locale";
import { type Brand, Shell } from "@/app/f/[form]/shell";
import { type Language, languages, verdicts } from "@/db/enums";
import { readQuestion } from "@/lib/satisfaction/answer";
import { sentence } from "@/lib/sentences";
import { AnswerForm } from "./answer-form";
import { Said } from "./said";

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ [name: string]: string | string[] | undefined }>;
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { question, say } = await read(props);
  const title = say(
    question === null ? "unknownTitle" : question.state === "closed" ? "closedTitle" : "title",
  );
  return {
    title: { absolute: question ? `${title} · ${question.brand.name}` : title },
    referrer: "no-referrer",
  };
}

/**
 * Where the link of a question leads. Looking changes nothing, so that a mail scanner that opens every link votes for
 * nobody: the link chooses an answer, one button sends it. Plain HTML, the same without JavaScript.
 */
export default async function SurveyPage(props: Props) {
  const { token, question, language, say, query } = await read(props);
  const other: Language = language === "fr" ? "en" : "fr";
  const chosen = verdicts.find((verdict) => verdict === query.v) ?? question?.verdict ?? null;
  const keep = chosen ? `&v=${chosen}` : "";
  return (
    <Shell
      brand={question?.brand ?? nobody}
      language={language}
      host={null}
      theme={undefined}
      otherLanguage={{ href: `?lang=${other}${keep}`, name: say("otherLanguage") }}
    >
      <main className="flex flex-col gap-7 rounded-form border border-line bg-surface px-5 py-7 min-[36rem]:px-9 min-[36rem]:py-9">
        {question === null ? (
          <Said title={say("unknownTitle")} lines={[say("unknown")]} />
        ) : question.state === "closed" ? (
          <Said title={say("closedTitle")} lines={[say("closed")]} />
        ) : question.state === "answered" && query.change === undefined && query.v === undefined ? (
          <Said
            title={say("thanks")}
            lines={[
              say("said", { verdict: sentence(language, `satisfaction.verdicts.${question.verdict}`) ?? "" }),
              ...(question.comment ? [say("quote", { words: question.comment })] : []),
              say("open"),
            ]}
            action={{ href: `?lang=${language}&change`, name: say("change") }}
            foot={say("until", { date: dayOf(question, language) })}
          />
        ) : (
          <AnswerForm
            action={`/csat/${token}/answer`}
            language={language}
            chosen={chosen}
            comment={question.comment}
            isChange={question.state === "answered"}
            problem={query.problem === "choose" || query.problem === "slow_down" ? say(query.problem) : null}
          />
        )}
      </main>
    </Shell>
  );
}

async function read({ params, searchParams }: Props) {
  const [{ token }, query] = await Promise.all([params, searchParams]);
  await headers();
  const question = await readQuestion(token);
  const asked = languages.find((known) => known === query.lang);
  const language = asked ?? question?.language ?? (await locale());
  const say = (key: string, values: { [name: string]: string } = {}) =>
    sentence(language, `satisfaction.page.${key}`, values) ?? "";
  return { token, query, question, language, say };
}

const nobody: Brand = { name: "Avant", letter: "A", color: "#0c6373", colorDark: "#6ec4d1" };

function dayOf({ closesAt, zone }: { closesAt: string | null; zone: string }, language: Language): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: zone });
  return closesAt === null ? "" : format.format(new Date(closesAt));
}
