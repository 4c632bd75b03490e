"use client";

import { useQuery } from "@tanstack/react-query";
import { useNow } from "@/app/_ui/now";
import { useDesk } from "@/app/(desk)/desk";
import type { NoticeView } from "@/lib/notices/list-notices";
import { getNotices, noticeKeys } from "./calls";

const LOOK_AGAIN_MS = 120_000;

/** The notices that hold now, of one brand or (null) of all that I see. They end by the clock, also offline. */
export function useNotices(brandId: string | null): NoticeView[] {
  const { notices } = useDesk();
  const now = useNow();
  const { data } = useQuery({
    queryKey: noticeKeys.now,
    queryFn: getNotices,
    initialData: notices,
    refetchInterval: LOOK_AGAIN_MS,
  });
  return data.filter(
    ({ brandIds, endsAt }) =>
      (brandId === null || brandIds.length === 0 || brandIds.includes(brandId)) &&
      (endsAt === null || Date.parse(endsAt) > now),
  );
}
