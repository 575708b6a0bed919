/** Schemas that options share: each takes the text as somebody wrote it and says what to write where it cannot. */
import { z } from "zod";
import { DealKind, FigureOf, PartialDate, PartyRole, Status } from "../knowledge/schema.ts";
import { countryCode } from "../src/plan/countries.ts";
import { lastDay, toPartial } from "../src/plan/dates.ts";
import { parseQuantity } from "../src/plan/quantities.ts";

export const Words = z.string().trim().min(1, "write at least one word").max(2000, "is too long");
export const OptionalWords = Words.max(200, "is too long").optional();

/** Relative words ("last month") count from the day of the process; answers stay within the knowledge. */
const today = () => new Date().toISOString().slice(0, 10);

export const Since = z
  .string()
  .optional()
  .transform((text, context) =>
    read(
      text,
      context,
      (value) => PartialDate.safeParse(toPartial(value, today())).data ?? null,
      "a date such as 2026-01-01, 2026-01, 2026 or “march 2026”",
    ),
  );

/** The last day meant: "october 2025" is its 31st. */
export const AsOf = z
  .string()
  .optional()
  .transform((text, context) =>
    read(text, context, (value) => lastDay(value, today()), "a date such as 2025-10-31 or “october 2025”"),
  );

export const MinUsd = z
  .string()
  .optional()
  .transform((text, context) => read(text, context, (value) => money(value), "an amount such as $10B or 500M"));

export const MinGw = z
  .string()
  .optional()
  .transform((text, context) => read(text, context, (value) => power(value), "a power such as 1GW or 500MW"));

/** A country by its name or its two letters. */
export const Country = z
  .string()
  .optional()
  .transform((text, context) => read(text, context, countryCode, "a country such as US, France or “South Korea”"));

/** A kind of money or power that figures are of. */
export const OneOf = z.string().toLowerCase().pipe(FigureOf).optional();
export const OneRole = z.string().toLowerCase().pipe(PartyRole).optional();
export const OneKind = z.string().toLowerCase().pipe(DealKind).optional();
export const OneStatus = z.string().toLowerCase().pipe(Status).optional();

function read<T>(
  text: string | undefined,
  context: z.RefinementCtx,
  parse: (text: string) => T | null,
  wanted: string,
): T | null {
  if (text === undefined || text.trim() === "") return null;
  const value = parse(text);
  if (value === null) context.addIssue({ code: "custom", message: `“${text.slice(0, 40)}” is not ${wanted}` });
  return value;
}

function money(text: string): number | null {
  const found = parseQuantity(/[$a-z]\s*$|\$/i.test(text) && /\$|usd|dollar/i.test(text) ? text : `$${text}`);
  return found?.unit === "USD" ? found.low : null;
}

function power(text: string): number | null {
  const found = parseQuantity(/[a-z]/i.test(text) ? text : `${text}GW`);
  return found?.unit === "GW" ? found.low : null;
}
