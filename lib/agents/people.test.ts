import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import type { Role } from "@/db/enums";
import { testDatabase } from "@/db/test";
import { testAgent, testDesk } from "@/db/test-desk";
import { acceptInvitation, readInvitation } from "./accept-invitation";
import { changePerson } from "./change-person";
import { createToken } from "./create-token";
import { deactivate, reactivate } from "./deactivate";
import { invite, listInvitations, revokeInvitation } from "./invite";
import { agentOfIssuer } from "./oidc";
import { openSession } from "./open-session";
import { callerOf, lesserRole, sessionState } from "./session";
import { createOwner, setUp, setupToken } from "./setup";
import { signIn } from "./sign-in";

testDatabase();

const password = "one kettle, two cups";
const owner = { password, language: "fr", organisationName: "Marmelune", zone: "Europe/Paris" } as const;
const person = (name: string, role: Role) => testAgent(name, role, [], []);

test("the first owner is made once, with the token from the log", async () => {
  const token = await setupToken();
  if (!token) throw new Error("no token");
  const ines = { ...owner, name: "Inès Carpentier", email: "ines@marmelune.example" };
  await expect(setUp({ ...ines, token: "a guess" })).rejects.toMatchObject({ key: "setup.token" });
  const made = await Promise.allSettled([
    setUp({ ...ines, token }),
    setUp({ ...ines, email: "tom@marmelune.example", token }),
  ]);
  expect(made.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await setupToken()).toBeNull();
  await expect(setUp({ ...ines, email: "x@marmelune.example", token })).rejects.toMatchObject({
    key: "setup.done",
  });
});

test("the command line makes another owner, who can sign in", async () => {
  const email = "hannah@marmelune.example";
  const { agentId } = await createOwner({ ...owner, name: "Hannah Whitlock", email });
  expect(await signIn({ email, password, network: "192.0.2.1", userAgent: null })).toMatchObject({ agentId });
  await expect(createOwner({ ...owner, name: "Again", email: email.toUpperCase() })).rejects.toMatchObject({
    key: "agent.email_taken",
  });
});

test("a link lets somebody in once, with the role and team that it was made for", async () => {
  const desk = await testDesk();
  const ines = await testAgent("Inès Carpentier", "manager", [desk.teamId], [desk.brandId]);
  const email = "jules@marmelune.example";
  const { url } = await invite(ines, { email, role: "junior", teamId: desk.teamId, endsAt: null });
  const token = url.split("/").at(-1) ?? "";
  expect(await readInvitation({ token })).toEqual({ email, invitedBy: "Inès Carpentier" });
  const given = { token, name: "Jules Lemaire", password, language: "fr" } as const;
  const both = await Promise.allSettled([acceptInvitation(given), acceptInvitation(given)]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(readInvitation({ token })).rejects.toMatchObject({ code: "not_found" });
  const { sessionId } = await signIn({ email, password, network: "192.0.2.2", userAgent: null });
  expect(await sessionState(sessionId)).toMatchObject({
    role: "junior",
    language: "fr",
    teamIds: [desk.teamId],
    brandIds: [desk.brandId],
  });
});

test("an invitation that was taken back or has run out lets nobody in", async () => {
  const ines = await person("Inès Carpentier", "admin");
  const one = await invite(ines, { email: "a@marmelune.example", role: "agent", teamId: null, endsAt: null });
  const two = await invite(ines, { email: "b@marmelune.example", role: "agent", teamId: null, endsAt: null });
  await revokeInvitation(ines, { invitationId: one.id });
  await db.execute(sql`update invitations set expires_at = now() - interval '1 second' where id = ${two.id}`);
  for (const { url } of [one, two])
    await expect(readInvitation({ token: url.split("/").at(-1) ?? "" })).rejects.toMatchObject({
      key: "invitation.over",
    });
  expect(await listInvitations(ines)).toEqual([]);
});

test("nobody invites, or makes a token, above their own role", async () => {
  const ines = await person("Inès Carpentier", "manager");
  await expect(
    invite(ines, { email: "c@marmelune.example", role: "admin", teamId: null, endsAt: null }),
  ).rejects.toMatchObject({
    key: "agent.above_you",
  });
  await expect(
    invite(ines, { email: "c@marmelune.example", role: "agent", teamId: null, endsAt: null }),
  ).rejects.toMatchObject({ key: "team.needed" });
  const hannah = await person("Hannah Whitlock", "admin");
  await expect(createToken(hannah, { name: "x", role: "owner" })).rejects.toMatchObject({
    key: "agent.above_you",
  });
  expect(lesserRole("agent", "owner")).toBe("agent");
  expect(lesserRole("owner", "observer")).toBe("observer");
});

test("only an owner changes an owner, and the last one stays", async () => {
  await db.execute(sql`update agents set deactivated_at = now() where role = 'owner'`);
  const ines = await person("Inès Carpentier", "owner");
  const tom = await person("Tom Verhaegen", "owner");
  const hannah = await person("Hannah Whitlock", "admin");
  await expect(changePerson(hannah, { agentId: ines.id, role: "agent" })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(changePerson(hannah, { agentId: hannah.id, role: "owner" })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(deactivate(hannah, { agentId: tom.id })).rejects.toMatchObject({ code: "forbidden" });
  const left = await Promise.allSettled([
    changePerson(ines, { agentId: ines.id, role: "agent" }),
    changePerson(tom, { agentId: tom.id, role: "agent" }),
  ]);
  expect(left.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("deactivating ends sign-ins and tokens, and letting in again does not bring them back", async () => {
  const hannah = await person("Hannah Whitlock", "admin");
  const tom = await person("Tom Verhaegen", "admin");
  const { sessionId } = await openSession(tom.id, "password", null);
  const { token } = await createToken(tom, { name: "shop", role: "agent" });
  const headers = new Headers({ authorization: `Bearer ${token}` });
  expect((await callerOf(headers))?.actor.id).toBe(tom.id);
  await deactivate(hannah, { agentId: tom.id });
  expect(await sessionState(sessionId)).toBeNull();
  expect(await callerOf(headers)).toBeNull();
  await reactivate(hannah, { agentId: tom.id });
  expect(await sessionState(sessionId)).toBeNull();
  expect(await callerOf(headers)).toBeNull();
  await expect(deactivate(hannah, { agentId: hannah.id })).rejects.toMatchObject({ key: "agent.yourself" });
});

const claims = { issuer: "https://login.marmelune.example", name: "Salma Idrissi", isEmailVerified: true };

test("an issuer lets in colleagues and the invited, by a verified address only", async () => {
  const ines = await person("Inès Carpentier", "admin");
  const email = "salma@marmelune.example";
  expect(await agentOfIssuer({ ...claims, sub: "1", email: "stranger@marmelune.example" })).toBeNull();
  await invite(ines, { email, role: "agent", teamId: null, endsAt: null });
  expect(await agentOfIssuer({ ...claims, sub: "1", email, isEmailVerified: false }, true)).toBeNull();
  expect(await agentOfIssuer({ ...claims, sub: "1", email, isEmailVerified: null })).toBeNull();
  const salma = await agentOfIssuer({ ...claims, sub: "1", email: "Salma@marmelune.example" });
  expect(salma).not.toBeNull();
  expect(await agentOfIssuer({ ...claims, sub: "1", email })).toBe(salma);
});

test("once bound it is the issuer's subject that counts, not the address", async () => {
  const tom = await person("Tom Verhaegen", "agent");
  const email = `${tom.id}@marmelune.example`;
  expect(await agentOfIssuer({ ...claims, sub: "tom", email, isEmailVerified: null }, true)).toBe(tom.id);
  expect(await agentOfIssuer({ ...claims, sub: "tom", email: "tom.v@marmelune.example" })).toBe(tom.id);
  // The address was given to somebody new at the issuer: that is another person.
  expect(await agentOfIssuer({ ...claims, sub: "new", email })).toBeNull();
  expect(
    await agentOfIssuer({ ...claims, issuer: "https://other.example", sub: "tom", email: null }),
  ).toBeNull();
  await db.execute(sql`update agents set ends_at = now() where id = ${tom.id}`);
  expect(await agentOfIssuer({ ...claims, sub: "tom", email })).toBeNull();
});
