import { describe, expect, test } from "vitest";
import { dueOf, nextOf } from "../../src/digest/due.ts";
import { instantOf, localAt, toZone, zonesLike } from "../../src/plan/zone.ts";

const at = (text: string) => Date.parse(text);
const iso = (ms: number) => new Date(ms).toISOString();
const berlin = { time: "09:00", zone: "Europe/Berlin", days: "daily", sinceMs: 0 } as const;

describe("instantOf", () => {
  test.each([
    ["Europe/Berlin", "2026-07-01", "09:00", "2026-07-01T07:00:00.000Z"],
    ["Europe/Berlin", "2026-12-01", "09:00", "2026-12-01T08:00:00.000Z"],
    // The clocks jump from 02:00 to 03:00: half past two comes as half past three.
    ["Europe/Berlin", "2026-03-29", "02:30", "2026-03-29T01:30:00.000Z"],
    ["Europe/Berlin", "2026-03-29", "03:00", "2026-03-29T01:00:00.000Z"],
    // They show half past two twice: the first time counts.
    ["Europe/Berlin", "2026-10-25", "02:30", "2026-10-25T00:30:00.000Z"],
    ["America/New_York", "2026-03-08", "02:15", "2026-03-08T07:15:00.000Z"],
    ["America/New_York", "2026-11-01", "01:30", "2026-11-01T05:30:00.000Z"],
    ["Asia/Kolkata", "2026-07-01", "09:00", "2026-07-01T03:30:00.000Z"],
    ["Australia/Lord_Howe", "2026-10-04", "02:10", "2026-10-03T15:40:00.000Z"],
    ["Pacific/Kiritimati", "2026-07-01", "00:00", "2026-06-30T10:00:00.000Z"],
    ["Pacific/Pago_Pago", "2026-07-01", "23:59", "2026-07-02T10:59:00.000Z"],
    ["UTC", "2026-07-01", "00:00", "2026-07-01T00:00:00.000Z"],
  ])("%s %s %s", (zone, date, time, expected) => {
    expect(iso(instantOf(zone, { date, time }))).toBe(expected);
  });

  test("every hour of a year in zones with and without summer time is found again", () => {
    for (const zone of ["Europe/Berlin", "America/Sao_Paulo", "Asia/Kathmandu", "Australia/Sydney"]) {
      let missed = 0;
      for (let ms = at("2026-01-01T00:00Z"); ms < at("2027-01-01T00:00Z"); ms += 3_600_000)
        if (instantOf(zone, localAt(zone, ms)) !== ms) missed++;
      // The hour that comes twice, the second time.
      expect(missed, zone).toBeLessThanOrEqual(1);
    }
  });
});

describe("dueOf", () => {
  const due = (now: string, more: object = {}) => dueOf({ ...berlin, ...more }, at(now))?.day ?? null;

  test("from the minute on, for twelve hours", () => {
    expect(due("2026-07-01T06:59:59Z")).toBeNull();
    expect(due("2026-07-01T07:00:00Z")).toBe("2026-07-01");
    expect(due("2026-07-01T19:00:00Z")).toBe("2026-07-01");
    expect(due("2026-07-01T19:00:01Z")).toBeNull();
  });

  test("after midnight there it is still the day before's", () => {
    expect(due("2026-07-02T03:00:00Z", { time: "23:00" })).toBe("2026-07-01");
    expect(due("2026-07-02T21:00:00Z", { time: "23:00" })).toBe("2026-07-02");
  });

  test("after a downtime over two of them there is one: the later", () => {
    expect(due("2026-07-02T07:30:00Z")).toBe("2026-07-02");
  });

  test("not for a time before it was switched on or changed", () => {
    expect(due("2026-07-01T07:30:00Z", { sinceMs: at("2026-07-01T07:10:00Z") })).toBeNull();
    expect(due("2026-07-02T07:30:00Z", { sinceMs: at("2026-07-01T07:10:00Z") })).toBe("2026-07-02");
  });

  test("on weekdays only, as they are there", () => {
    // In Auckland it is Monday already.
    const auckland = { time: "08:00", zone: "Pacific/Auckland", days: "weekdays" };
    expect(due("2026-07-05T20:30:00Z", auckland)).toBe("2026-07-06");
    expect(due("2026-07-04T20:30:00Z", auckland)).toBeNull();
    expect(due("2026-07-04T07:30:00Z", { days: "weekdays" })).toBeNull();
  });
});

describe("each local day has exactly one, whatever the clocks do", () => {
  test.each([
    ["Europe/Berlin", "02:30", "2026-03-01", "2026-04-30"],
    ["Europe/Berlin", "02:30", "2026-10-01", "2026-11-30"],
    ["America/New_York", "01:30", "2026-10-15", "2026-11-15"],
    ["America/New_York", "02:00", "2026-03-01", "2026-03-31"],
    ["Africa/Casablanca", "02:30", "2026-02-01", "2026-04-15"],
    ["America/Havana", "00:30", "2026-03-01", "2026-03-31"],
    ["Asia/Kathmandu", "00:00", "2026-07-01", "2026-07-31"],
  ])("%s at %s", (zone, time, from, to) => {
    const timing = { ...berlin, zone, time, sinceMs: 1 };
    const days = new Map<string, number>();
    for (let ms = at(`${from}T00:00Z`); ms < at(`${to}T00:00Z`); ms += 30_000 * 7) {
      const found = dueOf(timing, ms);
      if (found) days.set(found.day, found.dueMs);
    }
    const expected = (at(`${to}T00:00Z`) - at(`${from}T00:00Z`)) / 86_400_000;
    expect(Math.abs(days.size - expected)).toBeLessThanOrEqual(1);
    const moments = [...days.values()];
    for (let index = 1; index < moments.length; index++) {
      const gap = ((moments[index] ?? 0) - (moments[index - 1] ?? 0)) / 3_600_000;
      expect(gap).toBeGreaterThanOrEqual(22);
      expect(gap).toBeLessThanOrEqual(26);
    }
  });
});

describe("nextOf", () => {
  const next = (now: string, more: object = {}) => iso(nextOf({ ...berlin, ...more }, at(now)));

  test("today where it is still to come, else tomorrow, over summer time", () => {
    expect(next("2026-07-01T06:00:00Z")).toBe("2026-07-01T07:00:00.000Z");
    expect(next("2026-07-01T07:00:00Z")).toBe("2026-07-02T07:00:00.000Z");
    expect(next("2026-10-24T12:00:00Z")).toBe("2026-10-25T08:00:00.000Z");
  });

  test("over the weekend", () => {
    expect(next("2026-07-03T12:00:00Z", { days: "weekdays" })).toBe("2026-07-06T07:00:00.000Z");
  });

  test("it is never later than the next one that is due", () => {
    for (const zone of ["Europe/Berlin", "Pacific/Kiritimati", "Pacific/Pago_Pago", "America/New_York"])
      for (let ms = at("2026-03-01T00:00Z"); ms < at("2026-04-05T00:00Z"); ms += 1_800_000) {
        const timing = { ...berlin, zone, sinceMs: 1 };
        const nextMs = nextOf(timing, ms);
        expect(dueOf(timing, nextMs)?.dueMs).toBe(nextMs);
      }
  });
});

test("zones are found as people write them", () => {
  expect(
    ["europe/berlin", "Berlin", "new york", "utc", "Asia/Kolkata", "nowhere", "", "Mars/Base"].map(toZone),
  ).toEqual(["Europe/Berlin", "Europe/Berlin", "America/New_York", "UTC", "Asia/Kolkata", null, null, null]);
  expect(zonesLike("berl", 25)).toEqual(["Europe/Berlin"]);
  expect(zonesLike("", 25)).toHaveLength(25);
});
