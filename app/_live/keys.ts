import type { Sort, ViewName } from "@/lib/conversations/types";

/** What a list shows: a view, narrowed by typed words. */
export type Where = { view: ViewName; sort: Sort; q: string };

/** Names of what the browser holds, in one place so that pushes find it. */
export const held = {
  list: (where: Where) => ["list", where] as const,
  lists: ["list"] as const,
  conversation: (id: string) => ["conversation", id] as const,
  conversations: ["conversation"] as const,
  counts: ["counts"] as const,
  views: ["views"] as const,
  viewCounts: ["view-counts"] as const,
  channels: ["channels"] as const,
  tags: ["tags"] as const,
  macros: (conversationId: string) => ["macros", conversationId] as const,
  mentionable: (conversationId: string) => ["mentionable", conversationId] as const,
  savedReplies: (conversationId: string) => ["saved-replies", conversationId] as const,
};
