import type { Metadata } from "next";
import { locale } from "@/app/_server/locale";
import { type Language, languages } from "@/db/enums";
import { findForm } from "@/lib/channels/find-form";
import { mayEmbed } from "@/lib/channels/form/config";
import { isReference } from "@/lib/channels/form/reference";
import { sentence } from "@/lib/sentences";
import { fill } from "../fill";
import { NoSuchForm } from "../no-such-form";
import { SentCard } from "../sent-card";
import { Shell } from "../shell";
import { formWords } from "../words";

type Props = {
  params: Promise<{ form: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ form: slug }, { lang }] = await Promise.all([params, searchParams]);
  const [form, browser] = await Promise.all([findForm(slug), locale()]);
  const language = languages.find((known) => known === lang) ?? browser;
  if (!form) return { title: sentence(language, "form.missing.title") };
  return { title: { absolute: `${sentence(language, "form.sent.title")} · ${form.brand.name}` } };
}

/** Where a browser without JavaScript lands after sending. Only shows, so it can be refreshed and kept. */
export default async function SentPage({ params, searchParams }: Props) {
  const [{ form: slug }, { lang, ref, host: given }] = await Promise.all([params, searchParams]);
  const form = await findForm(slug);
  const language = languages.find((known) => known === lang) ?? (await locale());
  if (!form) return <NoSuchForm language={language} />;

  const other: Language = language === "fr" ? "en" : "fr";
  const reference = typeof ref === "string" && isReference(ref) ? ref : null;
  const host = typeof given === "string" && mayEmbed(form.config, given) ? given : null;
  const { sent } = formWords(language, form.config, form.hours);
  const suffix = host ? `&host=${encodeURIComponent(host)}` : "";

  return (
    <Shell
      brand={form.brand}
      language={language}
      host={host}
      theme={undefined}
      otherLanguage={{
        href: `?lang=${other}${reference ? `&ref=${reference}` : ""}${suffix}`,
        name: sentence(language, "form.otherLanguage") ?? other,
      }}
    >
      <SentCard
        isFramed={host !== null}
        title={reference ? sent.title : sent.nothing}
        reference={reference ? fill(sent.reference, { reference }) : ""}
        add={reference ? sent.add : ""}
        another={{
          href: `/f/${slug}?lang=${language}${suffix}`,
          name: reference ? sent.another : sent.toForm,
        }}
      />
    </Shell>
  );
}
