import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk, testMessage } from "@/db/test-desk";
import { testReceive } from "@/db/test-receive";
import type { Actor } from "@/lib/access";
import { resolve } from "@/lib/triage/resolve";
import { forgetModeration } from "./in-force";
import { judge } from "./judge";
import { listHits } from "./list-hits";
import { listRules } from "./list-rules";
import { ruleInput } from "./rule";
import { createRule, deleteRule, moveRuleUp, updateRule } from "./save-rule";
import { tryRule } from "./try-rule";
import { undoHit } from "./undo-hit";

testDatabase();
