import { z } from "zod";
import { notificationKinds, notificationWays } from "@/db/enums";
import { quietHours } from "@/lib/notifications/choices";
import { listNotifications } from "@/lib/notifications/list-notifications";
import { markNoticesRead, readInput } from "@/lib/notifications/mark-read";
import { pushSubscription, subscribe, unsubscribe } from "@/lib/notifications/push/subscriptions";
import {
  readNotificationSettings,
  settingsChange,
  stopMails,
  updateNotificationSettings,
} from "@/lib/notifications/settings";
import { moment, pageOf } from "./fields";
import { openRoute, route } from "./route-line";

const notification = z.object({
  id: z.uuid(),
  kind: z.enum(notificationKinds),
  at: moment,
  readAt: moment.nullable(),
  conversation: z
    .object({
      id: z.uuid(),
      number: z.number(),
      customerName: z.string(),
      isRestricted: z.boolean(),
    })
    .nullable(),
  channel: z.object({ id: z.uuid(), name: z.string() }).nullable(),
});

export const notifications = [
  route("GET /notifications", {
    permission: "queue.read",
    summary: "What I was told, the newest first, and how much of it is unread",
    query: z.object({ cursor: z.string().max(500).nullable().default(null) }),
    response: pageOf(notification).extend({ unread: z.number() }),
    run: (actor, { query }) => listNotifications(actor, query),
  }),

  route("POST /notifications/read", {
    permission: "profile.edit",
    summary: "I have seen some of them, those of one conversation, or all",
    body: readInput,
    run: (actor, { body }) => markNoticesRead(actor, body),
  }),

  route("GET /me/notifications", {
    permission: "profile.edit",
    summary: "What I am told of, by which way, and when not",
    response: z.object({
      choices: z.record(z.enum(notificationKinds), z.record(z.enum(notificationWays), z.boolean())),
      quiet: quietHours.nullable(),
      canMail: z.boolean(),
      publicKey: z.string(),
      browsers: z.number(),
    }),
    run: (actor) => readNotificationSettings(actor),
  }),

  route("PATCH /me/notifications", {
    permission: "profile.edit",
    summary: "Change what I am told of, by which way, and my quiet hours",
    body: settingsChange,
    run: (actor, { body }) => updateNotificationSettings(actor, body),
  }),

  route("POST /me/push-subscriptions", {
    permission: "profile.edit",
    summary: "Tell me in this browser (Push API)",
    body: pushSubscription,
    run: (actor, { body }, c) => subscribe(actor, { ...body, userAgent: c.req.header("user-agent") ?? null }),
  }),

  route("DELETE /me/push-subscriptions", {
    permission: "profile.edit",
    summary: "Tell me in this browser no more",
    query: z.object({ endpoint: z.string().max(2000) }),
    run: (actor, { query }) => unsubscribe(actor, query),
  }),

  openRoute("POST /notifications/stop", {
    summary: "End the mails to whom a mail's own link was made for (RFC 8058)",
    query: z.object({ token: z.string().max(200) }),
    response: z.object({ isStopped: z.boolean() }),
    run: async ({ query }) => ({ isStopped: await stopMails(query) }),
  }),
];
