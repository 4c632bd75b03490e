import type { RawItem } from "@/lib/channels/channel";

export const wantedUpdates = ["message", "edited_message", "my_chat_member"];

/** An update as it came, with the name by which groups call us. */
export function toRaw(given: { update_id: string }, username: string | null): RawItem {
  return {
    externalId: `update ${given.update_id}`,
    body: new TextEncoder().encode(JSON.stringify(given)),
    contentType: "application/json",
    meta: { username },
  };
}
