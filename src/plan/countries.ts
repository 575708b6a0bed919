/** Countries in words: "US", "the UK", "South Korea", "united states". */
import { countryName } from "../doc/say-place.ts";

const OTHERS: Record<string, string> = {
  usa: "US",
  america: "US",
  uk: "GB",
  britain: "GB",
  "great britain": "GB",
  england: "GB",
  uae: "AE",
  emirates: "AE",
  korea: "KR",
};

/** Every code that has a name of its own: the two letters of ISO 3166-1. */
const BY_NAME = new Map<string, string>();
for (const first of "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
  for (const second of "ABCDEFGHIJKLMNOPQRSTUVWXYZ") {
    const name = countryName(first + second);
    // A later code of the same name is an older one of that country.
    if (name !== first + second && !BY_NAME.has(name.toLowerCase())) BY_NAME.set(name.toLowerCase(), first + second);
  }
const CODES = new Set(BY_NAME.values());

/** The code of a country's name or code; null where it is neither. */
export function countryCode(text: string): string | null {
  const clean = text.trim().toLowerCase().replace(/^the /, "");
  const named = OTHERS[clean] ?? BY_NAME.get(clean);
  if (named) return named;
  const code = clean.toUpperCase();
  return CODES.has(code) ? code : null;
}
