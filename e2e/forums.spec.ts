import { letRepliesLeave } from "./support/database";
import {
  ask,
  composer,
  connect,
  expect,
  itemsOf,
  openConversation,
  openDesk,
  rowOf,
  test,
  timeline,
} from "./support/desk";
import { startDiscourseServer } from "./support/discourse-server";
import { startFeedServer } from "./support/feed-server";

test("a comment of a blog comes by its feed, and that it was answered on the site is kept with the link", async ({
  sitDown,
}) => {
  const blog = await startFeedServer();
  try {
    const hannah = await sitDown("Hannah Whitlock");
    await hannah.goto("/settings/channels");
    const salma = await sitDown("Salma Idrissi");
    await openDesk(salma, "blogword");
    blog.comment({ author: "Berthe Lemoine", text: "Mine whistles all night, blogword." });
    await connect(hannah, "feeds", "Nora cooks", { addresses: [`${blog.url}/comments/feed/`] });
    await openConversation(salma, "Berthe Lemoine");
    await expect(timeline(salma).getByText("Mine whistles all night")).toBeVisible();
    const there = timeline(salma).getByRole("link", { name: "Answer on the site" });
    await expect(there).toHaveAttribute("href", /\/bouilloires\/#comment-900$/);
    const rows = async () =>
      itemsOf(await ask(salma, "GET /conversations?view=queue&sort=longest&limit=5&q=blogword"));
    expect((await rows())[0]).toMatchObject({ waitingSince: expect.any(String) });

    await timeline(salma).getByRole("button", { name: "Answered on the site" }).click();
    const dialog = salma.getByRole("dialog", { name: "Answered on the site" });
    await dialog.getByLabel("Link to the answer").fill(`${blog.url}/bouilloires/#comment-901`);
    await dialog.getByRole("button", { name: "Keep it" }).click();
    await expect(salma.getByText("Kept: answered Berthe Lemoine on the site.")).toBeVisible();
    await expect(timeline(salma).locator('a[href$="#comment-901"]').first()).toBeVisible();
    await expect.poll(async () => (await rows())[0]?.waitingSince ?? null).toBeNull();
  } finally {
    await blog.close();
  }
});

test("a forum's mention is answered in its topic, and a review comes with its stars, which its author changes", async ({
  sitDown,
  baseURL,
}) => {
  const forum = await startDiscourseServer();
  try {
    const hannah = await sitDown("Hannah Whitlock");
    await hannah.goto("/settings/channels");
    const salma = await sitDown("Salma Idrissi");
    await openDesk(salma, "forumword");
    const asked = forum.write(
      "gaspard",
      { title: "Which kettle lasts?", raw: "@marmelune mine leaks, forumword." },
      1,
    );
    const { url: site, username, apiKey } = forum;
    await connect(hannah, "discourse", "Kitchen forum", { site, username, apiKey });
    await openConversation(salma, "gaspard");
    await composer(salma).getByRole("tab", { name: "Public reply" }).click();
    await composer(salma).getByRole("textbox").fill("That must not happen. A new one leaves today.");
    await composer(salma).getByRole("button", { name: "Publish" }).click();
    await expect(salma.getByText(/^Publishing to gaspard/)).toBeVisible();
    await letRepliesLeave();
    await expect
      .poll(() => forum.posts.at(-1), { timeout: 15_000 })
      .toMatchObject({
        topic_id: asked.topic_id,
        reply_to_post_number: 1,
        raw: "That must not happen. A new one leaves today.",
      });

    const token = "a-token-of-the-review-site";
    const known = itemsOf(await ask(hannah, "GET /channels")).find(({ name }) => name === "Kitchen forum");
    const made = await ask(hannah, "POST /channels", {
      kind: "reviews",
      name: "avis.example",
      brandId: known?.brandId,
      teamId: known?.teamId,
      config: { source: "avis.example", token },
    });
    const tell = async (review: object) => {
      const told = await fetch(`${baseURL}/api/hooks/reviews/${made?.id}`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
        body: JSON.stringify({
          id: "r1",
          author: "Capucine Morel",
          url: "https://avis.example/r1",
          ...review,
        }),
      });
      expect(told.status).toBe(200);
    };
    await openDesk(salma, "reviewword");
    await tell({ rating: 2, text: "It leaks, reviewword." });
    await rowOf(salma, "Capucine Morel").click();
    await expect(timeline(salma).getByRole("img", { name: "2 of 5" })).toBeVisible();
    await tell({ rating: 5, text: "They replaced it, reviewword." });
    await expect(timeline(salma).getByRole("img", { name: "5 of 5" })).toBeVisible();
    await expect(timeline(salma).getByText("They replaced it")).toBeVisible();
  } finally {
    await forum.close();
  }
});
