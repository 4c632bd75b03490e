import type { Metadata } from "next";
import { headers } from "next/headers";
import { locale } from "@/app/_server/locale";
import { type Language, languages } from "@/db/enums";
import { findForm } from "@/lib/channels/find-form";
import { unpackAgain } from "@/lib/channels/form/again";
import { problemSentence } from "@/lib/channels/form/answer";
import { mayEmbed } from "@/lib/channels/form/config";
import { mintToken } from "@/lib/channels/form/page-token";
import { formSecrets } from "@/lib/channels/form/secrets";
import { publicLine } from "@/lib/notices/list-notices";
import { sentence } from "@/lib/sentences";
import { ContactForm } from "./contact-form";
import { FormNotice } from "./form-notice";
import { NoSuchForm } from "./no-such-form";
import { Shell } from "./shell";
import { formWords } from "./words";

type Props = {
  params: Promise<{ form: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { form, language } = await read(props);
  if (!form) return { title: sentence(language, "form.missing.title") };
  const { title } = formWords(language, form.config, form.hours);
  return { title: { absolute: `${title} · ${form.brand.name}` } };
}

export default async function FormPage(props: Props) {
  const { form, language, query } = await read(props);
  if (!form) return <NoSuchForm language={language} />;

  // A page that was drawn for somebody is for nobody else: it holds a token of its own.
  const now = new Date();
  const again = query.again ? unpackAgain(query.again, now) : null;
  const host = query.host && mayEmbed(form.config, query.host) ? query.host : null;
  const notice = await publicLine({ brandId: form.brandId, language, on: "form" });
  const words = formWords(language, form.config, form.hours);
  const other: Language = language === "fr" ? "en" : "fr";

  return (
    <Shell
      brand={form.brand}
      language={language}
      host={host}
      theme={query.theme === "light" || query.theme === "dark" ? query.theme : undefined}
      otherLanguage={{
        href: `?lang=${other}${query.again ? `&again=${encodeURIComponent(query.again)}` : ""}`,
        name: sentence(language, "form.otherLanguage") ?? other,
      }}
    >
      {notice ? <FormNotice text={notice} /> : null}
      <ContactForm
        action={`/api/hooks/form/${form.config.slug}`}
        slug={form.config.slug}
        language={language}
        host={host}
        words={words}
        asks={{
          name: form.config.name,
          subject: form.config.subject,
          orderNumber: form.config.orderNumber,
          files: form.config.files,
          danger: form.config.danger,
        }}
        token={again?.token || mintToken(formSecrets().token, form.config.slug, now)}
        typed={again?.typed ?? null}
        problems={(again?.problems ?? []).map((problem) => ({
          field: problem.field,
          message: problemSentence(language, problem),
        }))}
      />
    </Shell>
  );
}

async function read({ params, searchParams }: Props) {
  const [{ form: slug }, given] = await Promise.all([params, searchParams]);
  const query = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
  await headers();
  const language = languages.find((known) => known === query.lang) ?? (await locale());
  return { form: await findForm(slug), language, query };
}
