import type { Language, Role } from "@/db/enums";

export type AgentKey = "ines" | "tom" | "salma" | "jules" | "hannah";
export type TeamKey = "care" | "social" | "legal";

export const people: Record<
  AgentKey,
  { name: string; email: string; role: Role; title: string; language: Language; teams: TeamKey[] }
> = {
  ines: {
    name: "Inès Carpentier",
    email: "ines@marmelune.example",
    role: "manager",
    title: "Head of care",
    language: "fr",
    teams: ["care", "social", "legal"],
  },
  tom: {
    name: "Tom Verhaegen",
    email: "tom@marmelune.example",
    role: "agent",
    title: "Social media",
    language: "en",
    teams: ["social", "care"],
  },
  salma: {
    name: "Salma Idrissi",
    email: "salma@marmelune.example",
    role: "agent",
    title: "Customer care",
    language: "en",
    teams: ["care", "social"],
  },
  jules: {
    name: "Jules Lemaire",
    email: "jules@marmelune.example",
    role: "junior",
    title: "Customer care, third week",
    language: "fr",
    teams: ["care"],
  },
  hannah: {
    name: "Hannah Whitlock",
    email: "hannah@marmelune.example",
    role: "admin",
    title: "Legal, administrator",
    language: "en",
    teams: ["legal", "care"],
  },
};

export const teams: Record<TeamKey, string> = { care: "Care", social: "Social", legal: "Legal" };
