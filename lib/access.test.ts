import { expect, test } from "vitest";
import { roles } from "@/db/enums";
import { type Actor, actions, allowed, authorize, can } from "@/lib/access";
import { AppError } from "@/lib/errors";

/** Who may do what, for reading; lib/access.ts says the same with sets that grow from role to role. */
const table = `
action                    owner admin manager agent junior observer
queue.read                x     x     x       x     x      x
conversation.read         x     x     x       x     x      x
conversation.triage       x     x     x       x     x      -
conversation.reply        x     x     x       x     x      -
reply.approve             x     x     x       x     -      -
reply.bypass              x     x     x       -     -      -
conversation.note         x     x     x       x     x      -
conversation.restrict     x     x     x       -     -      -
customer.read             x     x     x       x     x      x
customer.edit             x     x     x       x     x      -
customer.merge            x     x     x       x     -      -
customer.import           x     x     x       -     -      -
customer.export           x     x     x       -     -      -
customer.erase            x     x     -       -     -      -
signal.feed               x     x     x       x     -      -
signal.edit               x     x     x       -     -      -
commitment.edit           x     x     x       x     x      -
gesture.give              x     x     x       x     x      -
gesture.limit             x     x     x       -     -      -
risk.read                 x     x     x       -     -      -
risk.edit                 x     x     -       -     -      -
cue.edit                  x     x     x       -     -      -
report.read               x     x     x       -     -      -
report.edit               x     x     x       -     -      -
spike.dismiss             x     x     x       x     -      -
pause.set                 x     x     x       -     -      -
privacy.handle            x     x     x       -     -      -
saved_reply.edit          x     x     x       x     -      -
view.edit                 x     x     x       x     x      -
view.share                x     x     x       -     -      -
profile.edit              x     x     x       x     x      x
channel.read              x     x     x       x     x      x
channel.edit              x     x     -       -     -      -
channel.feed              x     x     x       x     -      -
inbound.read              x     x     x       x     -      -
inbound.retry             x     x     x       -     -      -
brand.edit                x     x     -       -     -      -
team.read                 x     x     x       x     x      x
team.edit                 x     x     x       -     -      -
agent.invite              x     x     x       -     -      -
agent.edit                x     x     -       -     -      -
owner.edit                x     -     -       -     -      -
token.edit                x     x     -       -     -      -
sample.remove             x     x     -       -     -      -
organisation.edit         x     x     -       -     -      -
target.edit               x     x     x       -     -      -
notice.edit               x     x     x       -     -      -
rule.read                 x     x     x       x     -      -
rule.edit                 x     x     x       -     -      -
schedule.edit             x     x     -       -     -      -
audit.read                x     x     -       -     -      -
`;

const [head = "", ...lines] = table.trim().split("\n");
const [, ...columns] = head.split(/\s+/);

test("every role and every action stands in the table", () => {
  expect(columns).toEqual([...roles]);
  expect(lines.map((line) => line.split(/\s+/)[0])).toEqual([...actions]);
});

for (const line of lines) {
  const [name = "", ...marks] = line.split(/\s+/);
  const action = actions.find((known) => known === name);
  test(`${name} is for ${columns.filter((_role, at) => marks[at] === "x").join(", ")}`, () => {
    if (!action) throw new Error(`${name} is not an action`);
    for (const [at, role] of roles.entries()) {
      expect(allowed[role].has(action), role).toBe(marks[at] === "x");
      expect(can(someone(role), action), role).toBe(marks[at] === "x");
      if (marks[at] === "x") authorize(someone(role), action);
      else expect(() => authorize(someone(role), action)).toThrow(AppError);
    }
  });
}

test("a role may everything that the role below it may", () => {
  for (const [at, role] of roles.entries()) {
    const below = roles[at + 1];
    if (below) for (const action of allowed[below]) expect(allowed[role], role).toContain(action);
  }
});

function someone(role: (typeof roles)[number]): Actor {
  return {
    kind: "agent",
    id: "01999999-9999-7999-8999-999999999999",
    name: "Jules Lemaire",
    role,
    language: "en",
    teamIds: [],
    brandIds: [],
    sessionId: "01999999-9999-7999-8999-999999999998",
  };
}
