import { db } from "@/db/client";
import { sendAsk } from "@/lib/asks/send-ask";
import { tellOfAsk } from "@/lib/asks/tell";
import { sweepFiles } from "@/lib/attachments/sweep-files";
import { forgetUsedTokens } from "@/lib/channels/accept";
import { forgetKnocks } from "@/lib/channels/knocks";
import { fetchFiles } from "@/lib/conversations/fetch-files";
import { learnWords } from "@/lib/conversations/learn-words";
import { rejudge } from "@/lib/cues/rejudge";
import { recogniseMessage } from "@/lib/customers/recognise";
import { recogniseCustomers, recogniseImported } from "@/lib/customers/recognise-many";
import { forgetAlike } from "@/lib/duplicates/fold-alike";
import { rebuildFacts } from "@/lib/facts/rebuild";
import { sweepIdempotencyKeys } from "@/lib/idempotency";
import { lookAgain, lookForLeak } from "@/lib/leaks/look";
import { actForRule } from "@/lib/moderation/act";
import { sift } from "@/lib/moderation/sift";
import { notify } from "@/lib/notifications/notify";
import { sweepNotices } from "@/lib/notifications/sweep-notices";
import { forgetOldProfiles } from "@/lib/privacy/forget-old";
import { acknowledge } from "@/lib/replies/acknowledge";
import { learnRisk } from "@/lib/risk/learn";
import { considerSurvey } from "@/lib/satisfaction/consider";
import { tellFollowers } from "@/lib/triage/tell-followers";
import type { JobName, Payload } from "./names";

type Handlers = { [Name in JobName]: (payload: Payload<Name>) => Promise<void> };

/** One line each: the work itself is a command somewhere else. */
export const handlers: Handlers = {
  "notify.assigned": (p) => notify(db, { ...p, kind: "assigned", agentIds: [p.agentId] }),
  "notify.mentioned": (p) => notify(db, { ...p, kind: "mentioned", agentIds: p.mentions }),
  "notify.send_failed": (p) => notify(db, { ...p, kind: "send_failed", agentIds: [p.agentId] }),
  "notify.followed": (p) => tellFollowers(p),
  "ask.send": (p) => sendAsk(p),
  "ask.tell": (p) => tellOfAsk(p),
  "conversation.acknowledge": (p) => acknowledge(p),
  "message.fetch_files": (p) => fetchFiles(p),
  "message.sift": async (p) => {
    await sift(p);
    await lookForLeak(p);
  },
  "survey.consider": async (p) => {
    await considerSurvey(p);
  },
  "leak.look": (p) => lookForLeak(p),
  "leak.look_again": (p) => lookAgain(p),
  "moderation.act": (p) => actForRule(p),
  "customer.recognise": (p) => recogniseMessage(p),
  "customers.recognise": (p) => recogniseCustomers(p),
  "customers.recognise_imported": (p) => recogniseImported(p),
  "search.learn": async () => {
    await learnWords();
  },
  "cues.rejudge": async () => {
    await rejudge();
  },
  "risk.learn": async () => {
    await learnRisk();
  },
  "facts.rebuild": async () => {
    await rebuildFacts({ onProgress: () => {} });
  },
  "keys.sweep": async () => {
    await forgetUsedTokens();
    await forgetKnocks();
    await sweepIdempotencyKeys();
    await sweepFiles();
    await sweepNotices();
    await forgetAlike();
    await forgetOldProfiles();
  },
};
