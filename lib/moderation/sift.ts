import { foldAlike } from "@/lib/duplicates/fold-alike";
import { judge } from "./judge";

/** What follows by itself from a customer's message: the rules of the house, then folding what is alike. */
export async function sift(input: {
  conversationId: string;
  messageId: string;
  /** It opened its conversation. */
  isFirst: boolean;
}): Promise<void> {
  await judge(input);
  await foldAlike(input);
}
