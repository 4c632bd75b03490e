import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import { ChannelIcon } from "@/app/_ui/channel-icon";
import { Go } from "@/app/_ui/go";
import { ChannelForm } from "@/app/(desk)/settings/channels/channel-form";
import { PageHead } from "@/app/(desk)/settings/page-head";
import { listBrands } from "@/lib/brands/list-brands";
import { describeKinds } from "@/lib/channels/describe-kinds";
import { listTeams } from "@/lib/teams/list-teams";

type Props = { searchParams: Promise<{ kind?: string | string[] }> };

/** First what kind of source, then its settings. */
export default async function NewChannelPage({ searchParams }: Props) {
  const actor = await requireActor("/settings/channels/new");
  const language = await locale(actor.language);
  const t = translator(language, "settings.channels");
  const names = translator(language, "channels");
  const { kind: wanted } = await searchParams;
  const kinds = describeKinds(actor).filter((kind) => !kind.kind.startsWith("demo"));
  const kind = kinds.find((one) => one.kind === wanted);
  if (!kind) {
    return (
      <>
        <PageHead title={t("add")} text={t("addText")} />
        <ul className="divide-y divide-line rounded-card border border-line">
          {kinds.map((one) => (
            <li key={one.kind}>
              <Go
                href={`/settings/channels/new?kind=${one.kind}`}
                className="flex min-h-14 items-center gap-3 px-4 hover:bg-hover"
              >
                <ChannelIcon name={one.icon} size={20} className="text-ink-2" />
                <span className="font-medium">{names(`${one.kind}.name`)}</span>
              </Go>
            </li>
          ))}
        </ul>
      </>
    );
  }
  const [brands, teams] = await Promise.all([listBrands(actor), listTeams(actor)]);
  return (
    <>
      <PageHead title={t("addKind", { kind: names(`${kind.kind}.name`) })} />
      <ChannelForm kind={kind} channel={null} brands={brands} teams={teams} />
    </>
  );
}
