import { letRepliesLeave } from "./support/database";
import {
  ask,
  composer,
  connect,
  expect,
  itemsOf,
  openConversation,
  openDesk,
  test,
  timeline,
} from "./support/desk";
import { type MetaServer, startMetaServer } from "./support/meta-server";

let meta: MetaServer;

test.beforeAll(async () => {
  meta = await startMetaServer();
});
test.afterAll(() => meta.close());

test("a comment on the page arrives, is answered in public and privately, and hidden; what came while the line was cut comes after", async ({
  sitDown,
  baseURL,
}) => {
  const hannah = await sitDown("Hannah Whitlock");
  await hannah.goto("/settings/channels");
  const { page, application, token } = meta;
  const id = await connect(hannah, "facebook", "Marmelune on Facebook", {
    address: page.id,
    appId: application.id,
    appSecret: application.secret,
    verifyToken: application.verifyToken,
    accessToken: token,
    apiUrl: meta.url,
  });
  expect(await meta.subscribe(`${baseURL}/api/hooks/facebook/${id}`)).toBe(true);

  const salma = await sitDown("Salma Idrissi");
  await openDesk(salma, "Agathe");
  const agathe = meta.person("Agathe Colin");
  const post = meta.post("Our cast iron is back.");
  const comment = meta.comment(post, agathe, "Mine lost its enamel in a week.");
  await openConversation(salma, "Agathe Colin");
  await expect(timeline(salma).getByText("lost its enamel")).toBeVisible();
  await expect(timeline(salma).getByText(/In reply to Marmelune.*cast iron is back/)).toBeVisible();

  await composer(salma).getByRole("tab", { name: "Public reply" }).click();
  await composer(salma).getByRole("textbox").fill("That must not happen. We write to you.");
  await composer(salma).getByRole("button", { name: "Publish" }).click();
  await expect(salma.getByText(/^Publishing to Agathe Colin in \d+ s$/)).toBeVisible();
  await composer(salma).getByRole("tab", { name: "Private reply" }).click();
  await expect(composer(salma).getByText(/^A private answer is possible until/)).toBeVisible();
  await composer(salma).getByRole("textbox").fill("Where may we send the new one?");
  await composer(salma).getByRole("button", { name: "Send", exact: true }).click();
  await expect(timeline(salma).getByText("Where may we send the new one?")).toBeVisible();
  await letRepliesLeave();
  const ours = () => [...meta.comments.values()].filter((one) => one.from.id === page.id);
  await expect.poll(ours, { timeout: 15_000 }).toMatchObject([{ parentId: comment.id }]);
  await expect
    .poll(() => meta.said.filter((one) => one.isOurs), { timeout: 15_000 })
    .toMatchObject([{ id: `m_private_${comment.id}`, personId: agathe.id }]);

  await timeline(salma).getByRole("button", { name: "On Facebook" }).click();
  await salma.getByRole("option", { name: "Hide on Facebook" }).click();
  await expect(timeline(salma).getByText("hidden on Facebook by Salma Idrissi")).toBeVisible();
  expect(meta.comments.get(comment.id)?.isHidden).toBe(true);
  await timeline(salma).getByRole("button", { name: "On Facebook" }).click();
  await salma.getByRole("option", { name: "Show again on Facebook" }).click();
  await expect(timeline(salma).getByText("hidden on Facebook by Salma Idrissi")).toBeHidden();

  meta.cut();
  meta.comment(post, agathe, "Thank you, I wrote to you.", comment.id);
  meta.message(agathe, "Rue des Halles 4, please.");
  meta.mend();
  await expect(timeline(salma).getByText("Thank you, I wrote to you.")).toBeVisible();
  await expect
    .poll(async () =>
      itemsOf(await ask(salma, "GET /conversations?view=queue&q=Agathe")).map((one) => one.excerpt),
    )
    .toContain("Rue des Halles 4, please.");
});
