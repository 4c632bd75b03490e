import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { currentActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import { Sheet } from "@/app/(auth)/sheet";
import { Story } from "@/app/(auth)/story";
import { waysIn } from "@/lib/agents/auth";
import { demoPeople } from "@/lib/agents/demo-sign-in";
import { setupToken } from "@/lib/agents/setup";
import { DemoPeople } from "./demo-people";
import { SignInForm } from "./sign-in-form";

type Props = { searchParams: Promise<{ [name: string]: string | string[] | undefined }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "auth.signIn")("page") };
}

export default async function SignInPage({ searchParams }: Props) {
  const params = await searchParams;
  const goal = localPath(params.callbackUrl);
  if (await currentActor()) redirect(goal);
  const [people, language] = await Promise.all([demoPeople(), locale()]);
  if (people.length === 0 && (await setupToken()) !== null) redirect("/setup");

  const t = translator(language, "auth.signIn");
  const withDemo = people.length > 0 && params.own === undefined;
  const error = typeof params.error === "string" ? params.error : null;
  if (withDemo) {
    return (
      <Sheet
        title={t("demoTitle", { brand: "Marmelune" })}
        text={t("demoText")}
        aside={<Story />}
        foot={
          <a href="/sign-in?own" className="text-accent type-row hover:underline">
            {t("own")}
          </a>
        }
      >
        <DemoPeople people={people} goal={goal} />
        <p className="mt-4 text-ink-2">{t("demoTip")}</p>
      </Sheet>
    );
  }
  return (
    <Sheet
      title={t("title")}
      text={t("text")}
      aside={<Story />}
      foot={
        people.length > 0 ? (
          <a href="/sign-in" className="text-accent type-row hover:underline">
            {t("demo")}
          </a>
        ) : null
      }
    >
      <SignInForm goal={goal} oidc={waysIn().oidc} failed={error} />
    </Sheet>
  );
}

/** Only a path of our own, so that a link to the sign-in cannot lead away. */
function localPath(value: string | string[] | undefined): string {
  if (typeof value !== "string") return "/queue";
  const path = URL.canParse(value) ? new URL(value).pathname + new URL(value).search : value;
  return /^\/(?![/\\])/.test(path) && path !== "/" ? path : "/queue";
}
