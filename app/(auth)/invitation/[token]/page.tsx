import { Hourglass } from "lucide-react";
import type { Metadata } from "next";
import { locale } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import { buttonClass } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { Go } from "@/app/_ui/go";
import { Sheet } from "@/app/(auth)/sheet";
import { Story } from "@/app/(auth)/story";
import { readInvitation } from "@/lib/agents/accept-invitation";
import { AppError } from "@/lib/errors";
import { InvitationForm } from "./invitation-form";

type Props = { params: Promise<{ token: string }> };

// The link is a secret: no page that it leads to may learn it.
export const metadata: Metadata = { referrer: "no-referrer" };

export default async function InvitationPage({ params }: Props) {
  const { token } = await params;
  const language = await locale();
  const t = translator(language, "auth.invitation");
  const invitation = await read(token);
  if (!invitation) {
    return (
      <main className="grid min-h-dvh place-items-center">
        <EmptyState
          icon={Hourglass}
          title={t("over.title")}
          actions={
            <Go href="/sign-in" className={buttonClass("accent")}>
              {t("over.signIn")}
            </Go>
          }
        >
          {t("over.text")}
        </EmptyState>
      </main>
    );
  }
  return (
    <Sheet
      title={t("title")}
      text={t("text", { name: invitation.invitedBy, email: invitation.email })}
      aside={<Story />}
    >
      <InvitationForm token={token} email={invitation.email} />
    </Sheet>
  );
}

async function read(token: string) {
  try {
    return await readInvitation({ token });
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
}
