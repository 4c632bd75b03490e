import { notFound } from "next/navigation";
import { requireActor } from "@/app/_server/actor";
import { ChannelForm } from "@/app/(desk)/settings/channels/channel-form";
import { Health } from "@/app/(desk)/settings/channels/channel-line";
import { ChannelSwitches } from "@/app/(desk)/settings/channels/channel-switches";
import { PageHead } from "@/app/(desk)/settings/page-head";
import { can } from "@/lib/access";
import { listBrands } from "@/lib/brands/list-brands";
import { describeKinds } from "@/lib/channels/describe-kinds";
import { listChannels } from "@/lib/channels/list-channels";
import { listTeams } from "@/lib/teams/list-teams";

type Props = { params: Promise<{ id: string }> };

/** One source: how it is, where it can be reached, its settings. */
export default async function ChannelPage({ params }: Props) {
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
  return (
    <>
      <PageHead title={channel.name} />
      <div className="mb-5 flex flex-col gap-2">
        <Health channel={channel} />
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
      </div>
      {kind && can(actor, "channel.edit") ? (
        <>
          <ChannelForm kind={kind} channel={channel} brands={brands} teams={teams} />
          <ChannelSwitches channel={channel} />
        </>
      ) : null}
    </>
  );
}
