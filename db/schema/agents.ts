import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { afterResolves, densities, languages, roles, themes } from "../enums";
import { key, moment } from "./columns";
import { schedules } from "./schedules";

export const agents = pgTable(
  "agents",
  {
    id: key(),
    name: text().notNull(),
    email: text().notNull(),
    /** argon2id in PHC format; null where the person signs in through OpenID only. */
    passwordHash: text(),
    role: text({ enum: roles }).notNull(),
    title: text(),
    language: text({ enum: languages }).notNull().default("en"),
    theme: text({ enum: themes }).notNull().default("auto"),
    density: text({ enum: densities }).notNull().default("comfortable"),
    /** IANA name; null reads the hours of the house. */
    zone: text(),
    afterResolve: text({ enum: afterResolves }).notNull().default("next"),
    /** Single-key shortcuts. */
    keysOffAt: moment(),
    /** Keys of their own choice, by action; see app/(desk)/actions/table.ts. */
    ownKeys: jsonb().$type<{ [action: string]: string[] }>().notNull().default({}),
    signature: text(),
    /** Instead of `signature` where the customer's language has one of its own. */
    signatureIn: jsonb().$type<{ [language: string]: string }>().notNull().default({}),
    /** Away since then, and until when; without an end until they come back themselves. */
    awaySince: moment(),
    awayUntil: moment(),
    /** When what they had open goes back on the pile, while they are away. */
    giveBackAt: moment(),
    /** Their own working hours; without them those of their teams' brands count. */
    scheduleId: uuid().references(() => schedules.id, { onDelete: "set null" }),
    /** The line after a closed period was put away then. */
    openingDismissedAt: moment(),
    isSample: boolean().notNull().default(false),
    createdAt: moment().notNull().defaultNow(),
    deactivatedAt: moment(),
    /** A temp's last moment: afterwards nothing lets them in, and what they had open goes back. */
    endsAt: moment(),
    /** When the house rules were read; null shows them once. */
    rulesReadAt: moment(),
  },
  (t) => [
    index("agents_giving_back").on(t.giveBackAt).where(sql`${t.giveBackAt} is not null`),
    index("agents_ending").on(t.endsAt).where(sql`${t.endsAt} is not null and ${t.deactivatedAt} is null`),
    uniqueIndex("agents_email_once").on(sql`lower(${t.email})`),
    check("agents_email_is_address", sql`${t.email} like '%_@_%'`),
  ],
);

/** A sign-in. The cookie carries its id; revoking the row ends requests and sockets. */
export const sessions = pgTable(
  "sessions",
  {
    id: key(),
    agentId: uuid()
      .notNull()
      .references(() => agents.id, { onDelete: "cascade" }),
    createdAt: moment().notNull().defaultNow(),
    expiresAt: moment().notNull(),
    revokedAt: moment(),
    userAgent: text(),
    method: text({ enum: ["password", "oidc", "demo", "setup", "invitation"] }).notNull(),
  },
  (t) => [index("sessions_of_agent").on(t.agentId)],
);

export const invitations = pgTable("invitations", {
  id: key(),
  email: text().notNull(),
  role: text({ enum: roles }).notNull(),
  teamId: uuid(),
  /** The end of the account that it makes, for a temp. */
  endsAt: moment(),
  /** SHA-256 of the token in the link. */
  tokenHash: text().notNull().unique(),
  invitedBy: uuid()
    .notNull()
    .references(() => agents.id, { onDelete: "cascade" }),
  createdAt: moment().notNull().defaultNow(),
  expiresAt: moment().notNull(),
  acceptedAt: moment(),
  revokedAt: moment(),
});

/** Who somebody is to an OpenID issuer. An address can pass to another person, this pair cannot. */
export const agentIdentities = pgTable(
  "agent_identities",
  {
    issuer: text().notNull(),
    subject: text().notNull(),
    agentId: uuid()
      .notNull()
      .references(() => agents.id, { onDelete: "cascade" }),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.issuer, t.subject] }),
    uniqueIndex("agent_identities_one_of_issuer").on(t.agentId, t.issuer),
  ],
);

/** A bearer token acts as the agent it belongs to, never with more than `role`. */
export const apiTokens = pgTable("api_tokens", {
  id: key(),
  name: text().notNull(),
  agentId: uuid()
    .notNull()
    .references(() => agents.id, { onDelete: "cascade" }),
  role: text({ enum: roles }).notNull(),
  /** SHA-256 of the token, which is shown once. */
  tokenHash: text().notNull().unique(),
  createdAt: moment().notNull().defaultNow(),
  lastUsedAt: moment(),
  revokedAt: moment(),
});
