import { SunMoon } from "lucide-react";
import { api } from "@/app/_client/api";
import { toast } from "@/app/_ui/toast";
import type { Deed } from "@/app/(desk)/actions/deed";
import { setTheme } from "@/app/(desk)/settings/profile/set-theme";
import { wordsOf } from "@/app/(desk)/triage/use-change";

/** How the desk looks to me. */
export const deedsOfLooks = {
  changeTheme: {
    icon: SunMoon,
    run() {
      const theme = isDark() ? "light" : "dark";
      setTheme(theme);
      api("PATCH /me", { body: { theme } }).catch((error: unknown) =>
        toast({ tone: "failed", text: wordsOf(error) }),
      );
    },
  },
} satisfies Record<string, Deed>;

function isDark(): boolean {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}
