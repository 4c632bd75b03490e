"use client";

import { PauseBanner } from "@/app/(desk)/pauses/pause-banner";
import { SpikeBanner } from "@/app/(desk)/spikes/spike-banner";
import { ChannelBanner } from "./channel-banner";
import { NoticeBanner } from "./notice-banner";
import { OrderBanner } from "./order-banner";

/**
 * Everything that is said above the desk: first what does not work, what stands still, what the order follows, what is
 * more than usual, then what to know today. However much that is, in large letters too, the desk below keeps its place.
 */
export function Banners() {
  return (
    <div className="max-h-[20dvh] shrink-0 overflow-y-auto empty:hidden">
      <ChannelBanner />
      <PauseBanner />
      <OrderBanner />
      <SpikeBanner />
      <NoticeBanner />
    </div>
  );
}
