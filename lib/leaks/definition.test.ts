import { describe, expect, test } from "vitest";
import type { Schedule } from "@/lib/clock/schedule";
import { causeOf } from "./cause";
import { type Contact, toldBefore } from "./told";

const day = (n: number, hour = 9) => new Date(Date.UTC(2026, 10, n, hour));
const contact = (messageId: string, toldAt: Date, answeredAt: Date | null = null): Contact => ({
  conversationId: "c",
  messageId,
  toldAt,
  answeredAt,
});

describe("what somebody had told us before they posted", () => {
  const posted = day(20);

  test("is the contact that has waited longest", () => {
    const contacts = [contact("mail", day(18)), contact("form", day(16)), contact("shop", day(17), day(18))];
    expect(toldBefore(contacts, posted)?.messageId).toBe("form");
  });

  test("is the beginning of what we answered last, where nobody waited", () => {
    const contacts = [
      contact("first", day(10), day(11)),
      contact("second", day(14), day(17)),
      contact("bump", day(16), day(17)),
    ];
    expect(toldBefore(contacts, posted)?.messageId).toBe("second");
  });

  test("waits although we answered after the post, and is nothing after fourteen days or after the post", () => {
    expect(toldBefore([contact("mail", day(18), day(21))], posted)?.answeredAt).toBeNull();
    expect(toldBefore([contact("mail", day(5))], posted)).toBeNull();
    expect(toldBefore([contact("mail", day(21))], posted)).toBeNull();
    expect(toldBefore([], posted)).toBeNull();
  });
});

describe("where the time went", () => {
  const nine: [string, string][] = [["09:00", "18:00"]];
  const schedule: Schedule = {
    zone: "UTC",
    week: { mon: nine, tue: nine, wed: nine, thu: nine, fri: nine, sat: [], sun: [] },
    exceptions: [],
  };
  const wait = { answeredAt: null, schedule, servedLater: 0 };

  test("into closed hours, when more than half of the wait lay there", () => {
    // Friday 17:00 to Monday 10:00: two open hours of 65.
    expect(causeOf({ ...wait, toldAt: day(20, 17), postedAt: day(23, 10), servedLater: 5 })).toBe(
      "closed_hours",
    );
  });

  test("into the order, when somebody who came later was answered first", () => {
    expect(causeOf({ ...wait, toldAt: day(19, 9), postedAt: day(19, 17), servedLater: 1 })).toBe("order");
  });

  test("into capacity, when nobody was", () => {
    expect(causeOf({ ...wait, toldAt: day(19, 9), postedAt: day(19, 17) })).toBe("capacity");
    expect(causeOf({ ...wait, toldAt: day(20, 17), postedAt: day(23, 10), schedule: null })).toBe("capacity");
  });

  test("nowhere, when we had answered: an answer after the post is none", () => {
    const told = { ...wait, toldAt: day(19, 9), postedAt: day(19, 17) };
    expect(causeOf({ ...told, answeredAt: day(19, 12) })).toBe("after_reply");
    expect(causeOf({ ...told, answeredAt: day(19, 18) })).toBe("capacity");
  });
});
