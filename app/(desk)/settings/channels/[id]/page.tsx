import { notFound } from "next/navigation";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import { addressesOf } from "@/app/(desk)/settings/channels/addresses";
import { ChannelForm } from "@/app/(desk)/settings/channels/channel-form";
import { Health } from "@/app/(desk)/settings/channels/channel-line";
import { ChannelSwitches } from "@/app/(desk)/settings/channels/channel-switches";
import { CopyLine } from "@/app/(desk)/settings/channels/copy-line";
import { FirstMessages } from "@/app/(desk)/settings/channels/first-messages";
import { HealthFacts } from "@/app/(desk)/settings/channels/health-facts";
import { ImportLater } from "@/app/(desk)/settings/channels/import-later";
import { Knocks } from "@/app/(desk)/settings/channels/knocks";
import { SignInButton } from "@/app/(desk)/settings/channels/sign-in-button";
import { PageHead } from "@/app/(desk)/settings/page-head";
import { can } from "@/lib/access";
import { listBrands } from "@/lib/brands/list-brands";
import { describeKinds } from "@/lib/channels/describe-kinds";
import { listArrivals } from "@/lib/channels/list-arrivals";
import { listChannels } from "@/lib/channels/list-channels";
import { listTeams } from "@/lib/teams/list-teams";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ new?: string | string[] }> };

/** One source: how it is, where it can be reached, its settings. */
export default async function ChannelPage({ params, searchParams }: Props) {
  const { id } = await params;
  const actor = await requireActor(`/settings/channels/${id}`);
  const [channels, brands, teams] = await Promise.all([
    listChannels(actor),
    listBrands(actor),
    listTeams(actor),
  ]);
  const channel = channels.find((one) => one.id === id);
  if (!channel) notFound();
  const kind = describeKinds(actor).find((one) => one.kind === channel.kind);
  const isNew = (await searchParams).new !== undefined || channel.health.lastItemAt === null;
  const addresses = addressesOf(channel);
  // Whoever has just connected it may still have to tell the other side where we are.
  const copies = (kind?.guide ?? []).flatMap(({ copy }) => (copy === "webhook" ? [copy] : []));
  const t = translator(await locale(actor.language), "settings.channels");
  return (
    <>
      <PageHead title={channel.name} />
      <div className="mb-5 flex flex-col gap-2">
        <Health channel={channel} />
        <HealthFacts channel={channel} />
        {channel.publicPath ? (
          <a
            href={channel.publicPath}
            target="_blank"
            rel="noopener"
            className="w-fit text-accent hover:underline"
          >
            {channel.publicPath}
          </a>
        ) : null}
        {copies.length > 0 ? <CopyLine label={t("copies.webhook")} value={addresses.webhook} /> : null}
      </div>
      {isNew && channel.health.state !== "paused" && !channel.isSample ? (
        <FirstMessages channelId={channel.id} first={await listArrivals(actor, { channelId: channel.id })} />
      ) : null}
      {kind && can(actor, "channel.edit") ? (
        <>
          {kind.hasSignIn ? <SignInButton channelId={channel.id} name={channel.name} /> : null}
          <ChannelForm
            kind={kind}
            channel={channel}
            id={channel.id}
            addresses={addresses}
            brands={brands}
            teams={teams}
          />
          <ChannelSwitches channel={channel} />
          {kind.takesFiles ? <ImportLater channelId={channel.id} kind={kind.kind} /> : null}
          {kind.hasKnocks ? <Knocks channelId={channel.id} /> : null}
        </>
      ) : null}
    </>
  );
}
