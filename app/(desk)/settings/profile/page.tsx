import type { Metadata } from "next";
import { requireActor } from "@/app/_server/actor";
import { locale, theme } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import { PageHead } from "@/app/(desk)/settings/page-head";
import { readProfile } from "@/lib/agents/list-agents";
import { Password } from "./password";
import { ProfileForm } from "./profile-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "settings")("pages.profile") };
}

/** Me: how I sign, in which language I read, how the desk looks, whether single keys act. */
export default async function ProfilePage() {
  const actor = await requireActor("/settings/profile");
  const language = await locale(actor.language);
  const t = translator(language, "settings.profile");
  const profile = await readProfile(actor);
  return (
    <>
      <PageHead title={t("title")} text={profile.email} />
      <ProfileForm profile={profile} language={language} theme={(await theme()) ?? "auto"} />
      {profile.hasPassword ? <Password /> : null}
    </>
  );
}
