import type { Metadata } from "next";
import { requireActor } from "@/app/_server/actor";
import { locale, theme } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import { PageHead } from "@/app/(desk)/settings/page-head";
import { readProfile } from "@/lib/agents/list-agents";
import { readOrganisation } from "@/lib/organisation/organisation";
import { readMySignature } from "@/lib/signatures/signature";
import { Part } from "./part";
import { Password } from "./password";
import { ProfileForm, SignOut } from "./profile-form";
import { MySignature } from "./signature";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "settings")("pages.profile") };
}

/** Me: how I sign, in which language and zone I read, how the desk looks, what comes next, which keys act. */
export default async function ProfilePage() {
  const actor = await requireActor("/settings/profile");
  const language = await locale(actor.language);
  const t = translator(language, "settings.profile");
  const [profile, house, chosen, signature] = await Promise.all([
    readProfile(actor),
    readOrganisation(actor),
    theme(),
    readMySignature(actor),
  ]);
  return (
    <>
      <PageHead title={t("title")} text={profile.email} />
      <ProfileForm profile={profile} language={language} theme={chosen ?? "auto"} houseZone={house.zone} />
      <Part title={t("signature")}>
        <MySignature signature={signature} />
      </Part>
      <Part title={t("parts.access")}>
        {profile.hasPassword ? <Password /> : null}
        <SignOut />
      </Part>
    </>
  );
}
