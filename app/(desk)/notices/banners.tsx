"use client";

import { PauseBanner } from "@/app/(desk)/pauses/pause-banner";
import { SpikeBanner } from "@/app/(desk)/spikes/spike-banner";
import { ChannelBanner } from "./channel-banner";
import { NoticeBanner } from "./notice-banner";

/** Everything that is said above the desk: first what does not work, what stands still, what is more than usual, then what to know today. */
export function Banners() {
  return (
    <>
      <ChannelBanner />
      <PauseBanner />
      <SpikeBanner />
      <NoticeBanner />
    </>
  );
}
