import type { ImapFlow } from "imapflow";
import type { EmailConfig } from "@/lib/channels/email/config";

/** The folder of sent mail: as the settings say, as the server marks it, or by a usual name; null without any. */
export async function sentFolderOf(client: ImapFlow, config: EmailConfig): Promise<string | null> {
  if (config.sentFolder !== "") return config.sentFolder;
  const folders = await client.list();
  const marked = folders.find((one) => one.specialUse === "\\Sent");
  return (marked ?? folders.find((one) => usual.test(one.name)))?.path ?? null;
}

const usual =
  /^(?:sent|sent items|sent messages|sent mail|envoyés|éléments envoyés|gesendet|gesendete objekte|enviados|inviata|verzonden)$/i;
