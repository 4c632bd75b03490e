"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { toast } from "@/app/_ui/toast";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { AfterResolve, Density, Language, Theme } from "@/db/enums";

type Change = {
  name?: string;
  language?: Language;
  zone?: string | null;
  theme?: Theme;
  density?: Density;
  afterResolve?: AfterResolve;
  keys?: "on" | "off";
  ownKeys?: { [action: string]: string[] };
};

/** Keeps a change of my settings at once and draws the desk with it; true when the server took it. */
export function useKeep(): (change: Change) => Promise<boolean> {
  const t = useTranslations("settings.profile");
  const router = useRouter();
  return async (change) => {
    try {
      await api("PATCH /me", { body: change });
      router.refresh();
      toast({ tone: "done", text: t("kept"), seconds: 3 });
      return true;
    } catch (error) {
      toast({ tone: "failed", text: wordsOf(error) });
      return false;
    }
  };
}
