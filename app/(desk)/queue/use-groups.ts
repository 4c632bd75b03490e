"use client";

import { useCallback, useMemo, useState } from "react";
import { groupRows, isGroup, type RowGroup } from "@/lib/conversations/group-rows";
import type { ListedRow } from "@/lib/conversations/types";

const none: ReadonlyMap<string, RowGroup> = new Map();

/**
 * The rows with the comments under one post folded into the first of them, unless somebody unfolded them; `groups`
 * names what stands behind a first one, by its id.
 */
export function useGroups(rows: readonly ListedRow[]) {
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback((key: string) => {
    setUnfolded((now) => {
      const next = new Set(now);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  }, []);
  const folded = useMemo(() => {
    if (!rows.some((row) => row.groupKey !== null)) return { rows, groups: none };
    const groups = new Map<string, RowGroup>();
    const lines = groupRows(rows).flatMap((line) => {
      const first = isGroup(line) ? line.rows[0] : null;
      if (!isGroup(line) || !first) return isGroup(line) ? [] : [line];
      groups.set(first.id, line);
      return unfolded.has(line.key) ? line.rows : [first];
    });
    return { rows: lines, groups };
  }, [rows, unfolded]);
  return { ...folded, unfolded, toggle };
}
