import type { Sort, ViewName } from "@/lib/conversations/types";

/** What a list shows. Words to narrow it by are applied on screen, so one list serves every filter. */
export type Where = { view: ViewName; sort: Sort };

/** Names of what the browser holds, in one place so that pushes find it. */
export const held = {
  list: (where: Where) => ["list", where] as const,
  lists: ["list"] as const,
  conversation: (id: string) => ["conversation", id] as const,
  conversations: ["conversation"] as const,
  counts: ["counts"] as const,
  channels: ["channels"] as const,
  tags: ["tags"] as const,
  mentionable: (conversationId: string) => ["mentionable", conversationId] as const,
  savedReplies: (conversationId: string) => ["saved-replies", conversationId] as const,
};
