"use client";

import { ChannelIcon } from "@/app/_ui/channel-icon";
import { useDesk } from "@/app/(desk)/desk";

/** The icon of a channel of ours; nothing for one that is gone. */
export function ChannelMark({ channelId }: { channelId: string | null }) {
  const icon = useDesk().channels.find(({ id }) => id === channelId)?.icon;
  return icon ? (
    <ChannelIcon name={icon} className="mr-2 inline-block shrink-0 align-[-2px] text-ink-2" />
  ) : null;
}
