import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { locale } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import { Sheet } from "@/app/(auth)/sheet";
import { Story } from "@/app/(auth)/story";
import { setupToken } from "@/lib/agents/setup";
import { SetupForm } from "./setup-form";

type Props = { searchParams: Promise<{ [name: string]: string | string[] | undefined }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "auth.setup")("page") };
}

/** The first page of a new installation; gone as soon as there is an owner. */
export default async function SetupPage({ searchParams }: Props) {
  if ((await setupToken()) === null) redirect("/sign-in");
  const { token } = await searchParams;
  const t = translator(await locale(), "auth.setup");
  return (
    <Sheet title={t("title")} text={t("text")} aside={<Story />}>
      <SetupForm token={typeof token === "string" ? token : ""} zones={Intl.supportedValuesOf("timeZone")} />
    </Sheet>
  );
}
