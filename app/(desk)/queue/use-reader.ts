"use client";

import { useEffect, useMemo } from "react";
import { useTimeZone } from "use-intl";
import { setReader } from "@/app/_live/fits";
import { useDesk } from "@/app/(desk)/desk";
import type { Reader } from "@/lib/filter/names";

/** Who looks, and what the names in their filters mean on this desk. */
export function useReader(): Reader {
  const { me, agents, teams, brands, channels } = useDesk();
  const zone = useTimeZone() ?? "UTC";
  const reader = useMemo(
    () => ({
      id: me.id,
      teamIds: me.teamIds,
      zone,
      agents,
      teams,
      brands,
      channels: channels.map(({ id, name, kind }) => ({ id, name, words: [kind] })),
    }),
    [me.id, me.teamIds, zone, agents, teams, brands, channels],
  );
  useEffect(() => setReader(reader), [reader]);
  return reader;
}
