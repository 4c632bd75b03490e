import type { Metadata } from "next";
import { locale } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import { Sheet } from "@/app/(auth)/sheet";
import { Story } from "@/app/(auth)/story";
import { StopButton } from "./stop-button";

type Props = { searchParams: Promise<{ [name: string]: string | string[] | undefined }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "auth.stopMails")("title") };
}

/** Where the link in the foot of a mail leads; mail scanners open links too, so it takes a click. */
export default async function StopMailsPage({ searchParams }: Props) {
  const { token } = await searchParams;
  const t = translator(await locale(), "auth.stopMails");
  return (
    <Sheet title={t("title")} text={t("text")} aside={<Story />}>
      <StopButton token={typeof token === "string" ? token : ""} />
    </Sheet>
  );
}
