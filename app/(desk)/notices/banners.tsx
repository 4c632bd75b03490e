"use client";

import { ChannelBanner } from "./channel-banner";
import { NoticeBanner } from "./notice-banner";

/** Everything that is said above the desk: first what does not work, then what to know today. */
export function Banners() {
  return (
    <>
      <ChannelBanner />
      <NoticeBanner />
    </>
  );
}
