import { z } from "zod";
import { toZone } from "../src/plan/zone.ts";
import { defineCommand } from "./define-command.ts";
import { OptionalWords } from "./option-schemas.ts";

const DO = ["on", "off", "now", "status", "preview"] as const;
const DAYS = ["daily", "weekdays"] as const;
const WHEN_QUIET = ["full", "line", "skip"] as const;

/** "9", "9:30", "09:00", "9am", "5 pm". */
const Time = z
  .string()
  .optional()
  .transform((text, context) => {
    if (text === undefined) return null;
    const match = /^(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm)?$/i.exec(text.trim());
    const half = match?.[3]?.toLowerCase();
    const given = Number(match?.[1]);
    const hour = half ? (given % 12) + (half === "pm" ? 12 : 0) : given;
    const minute = Number(match?.[2] ?? 0);
    if (match && hour < 24 && minute < 60 && !(half && (given < 1 || given > 12)))
      return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
    context.addIssue({ code: "custom", message: `“${text.slice(0, 20)}” is not a time such as 09:00 or 5pm` });
    return z.NEVER;
  });

const Zone = z
  .string()
  .optional()
  .transform((text, context) => {
    if (text === undefined) return null;
    const zone = toZone(text);
    if (zone) return zone;
    context.addIssue({ code: "custom", message: `“${text.slice(0, 40)}” is not a time zone such as Europe/Berlin` });
    return z.NEVER;
  });

const Topics = z
  .string()
  .max(300, "is too long")
  .optional()
  .transform((text) => (text === undefined ? null : text.split(/\s*[,;]\s*/).filter((one) => one && one !== "all")));

const Day = z.iso.date("is not a day such as 2026-08-01").optional();

/** “9:30 pm new york weekdays” → “9:30pm zone:"new york" days:weekdays”. */
function tidy(text: string): string {
  const words = text
    .replace(/(\d)\s+([ap]m)\b/i, "$1$2")
    .replace(/(^|\s)(daily|weekdays)(?=\s|$)/i, "$1days:$2")
    .trim()
    .split(/\s+/);
  // A time zone of several words stands behind the time.
  for (const count of [3, 2]) {
    const zone = words.slice(2, 2 + count);
    if (zone.length === count && zone.every((word) => /^[\p{L}.]+$/u.test(word)) && toZone(zone.join(" ")))
      return [...words.slice(0, 2), `zone:"${zone.join(" ")}"`, ...words.slice(2 + count)].join(" ");
  }
  return words.join(" ");
}

export const digest = defineCommand({
  name: "digest",
  tidy,
  summary: "A daily digest for this channel: on, off, now, status or preview",
  options: [
    {
      name: "do",
      summary: "What to do; status where nothing is said",
      schema: z.string().toLowerCase().pipe(z.enum(DO)).default("status"),
      choices: DO,
      positional: true,
    },
    { name: "time", summary: "When, in local time; 09:00 where nothing is said", schema: Time, positional: true },
    {
      name: "zone",
      summary: "The time zone, such as Europe/Berlin; yours where the platform knows it",
      schema: Zone,
      positional: true,
      complete: "zone",
    },
    {
      name: "topics",
      summary: "Companies, countries and kinds of deal, by commas; “all” for everything",
      schema: Topics,
      positional: true,
    },
    {
      name: "days",
      summary: "Every day or weekdays only",
      schema: z.string().toLowerCase().pipe(z.enum(DAYS)).optional(),
      choices: DAYS,
    },
    {
      name: "when-quiet",
      summary: "When nothing changed: the rest of it (full), one line, or nothing (skip)",
      schema: z.string().toLowerCase().pipe(z.enum(WHEN_QUIET)).optional(),
      choices: WHEN_QUIET,
    },
    { name: "since", summary: "For preview: what its readers know up to", schema: Day },
    { name: "day", summary: "For preview: another day", schema: Day },
    { name: "focus", summary: "For preview: the deal in focus", schema: OptionalWords },
  ],
  examples: [
    "/digest on 09:00 Europe/Berlin",
    '/digest on 8:30 zone:London topics:"openai, energy, Norway" days:weekdays when-quiet:skip',
    "/digest preview since:2026-06-01",
    "/digest status",
    "/digest off",
  ],
  toAction: (values) => {
    const topics = (values.topics as string[] | null | undefined) ?? null;
    switch (values.do as (typeof DO)[number]) {
      case "on":
        return {
          kind: "digest-on",
          time: (values.time as string | null | undefined) ?? null,
          zone: (values.zone as string | null | undefined) ?? null,
          days: (values.days as "daily" | undefined) ?? null,
          topics,
          whenQuiet: (values["when-quiet"] as "full" | undefined) ?? null,
        };
      case "preview":
        return {
          kind: "digest-preview",
          topics,
          day: (values.day as string | undefined) ?? null,
          since: (values.since as string | undefined) ?? null,
          focus: (values.focus as string | undefined) ?? null,
        };
      case "off":
        return { kind: "digest-off" };
      case "now":
        return { kind: "digest-now" };
      case "status":
        return { kind: "digest-status" };
      default:
        return values.do as never;
    }
  },
});
