import type { Incoming, RawItem } from "@/lib/channels/channel";
import { entryType } from "@/lib/channels/hand-entry";
import { parse as parseEntry } from "@/lib/channels/notes/parse";
import { parse as parseItem } from "./item";

/** The sample's own notes came with it; what somebody types in at the sample's desk is read as anywhere else. */
export function parse(raw: RawItem): Incoming[] {
  return raw.contentType === entryType ? parseEntry(raw) : parseItem(raw);
}
