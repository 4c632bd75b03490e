import type { Metadata } from "next";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import { PageHead } from "@/app/(desk)/settings/page-head";
import { can } from "@/lib/access";
import { listBrands } from "@/lib/brands/list-brands";
import { listChannels } from "@/lib/channels/list-channels";
import { listHits } from "@/lib/moderation/list-hits";
import { listRules } from "@/lib/moderation/list-rules";
import { listTeams } from "@/lib/teams/list-teams";
import type { Places } from "./edit-rule";
import { HitLog } from "./hit-log";
import { NewRule, RuleList } from "./rule-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "settings")("rules.title") };
}

/** What is done by itself with trolls and spam, in which order, and everything that it did. */
export default async function RulesPage() {
  const actor = await requireActor("/settings/rules");
  const t = translator(await locale(actor.language), "settings.rules");
  const [rules, hits, brands, channels, teams] = await Promise.all([
    listRules(actor),
    listHits(actor, { ruleId: null, cursor: null }),
    listBrands(actor),
    listChannels(actor),
    listTeams(actor),
  ]);
  const places: Places = {
    brands: brands.map(({ id, name }) => ({ id, name })),
    channels: channels.map(({ id, name }) => ({ id, name })),
    teams: teams.map(({ id, name }) => ({ id, name })),
  };
  const mayEdit = can(actor, "rule.edit");
  return (
    <>
      <PageHead
        title={t("title")}
        text={t("text")}
        action={mayEdit ? <NewRule places={places} /> : undefined}
      />
      <RuleList rules={rules} places={places} mayEdit={mayEdit} />
      <HitLog first={hits} mayUndo={can(actor, "conversation.triage")} />
    </>
  );
}
