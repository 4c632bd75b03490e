import type { ReactNode } from "react";
import { locale } from "@/app/_server/locale";
import { pick } from "@/app/_server/words";
import { Words } from "@/app/_ui/words";

export default async function AuthLayout({ children }: { children: ReactNode }) {
  const language = await locale();
  return (
    <Words locale={language} zone="UTC" messages={pick(language, ["ui", "time", "auth", "hours"])}>
      {children}
    </Words>
  );
}
