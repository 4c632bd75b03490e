import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { localMoment } from "./local-moment";

test.each(["Europe/Paris", "UTC", "America/St_Johns", "Pacific/Kiritimati", "Etc/GMT+8"])(
  "an hour in %s is when a calendar says it is, on the days too on which clocks change",
  (zone) => {
    for (const day of [
      "2026-03-28",
      "2026-03-29",
      "2026-03-30",
      "2026-10-24",
      "2026-10-25",
      "2026-11-01",
      "2026-07-14",
    ])
      for (let hour = 0; hour < 24; hour++) {
        const plain = Temporal.PlainDate.from(day).toPlainDateTime({ hour });
        const said = plain.toZonedDateTime(zone);
        const moment = localMoment(zone, day, hour);
        if (said.toPlainDateTime().equals(plain)) expect(moment).toBe(said.epochMilliseconds);
        else expect(moment).toBeNull();
      }
  },
);
