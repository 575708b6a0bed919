/** Days and times of a place. Zones are IANA's; the rules are those of the runtime. */

export type Local = { date: string; time: string };

const formats = new Map<string, Intl.DateTimeFormat>();
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  formats.set(zone, made);
  return made;
}

function partsOf(zone: string, atMs: number): Record<string, string> {
  // Where nobody has said a zone: without the runtime's language data, which take megabytes.
  if (zone === "UTC") {
    const [year, month, day, hour, minute, second] = new Date(atMs).toISOString().split(/\D/);
    return { year, month, day, hour, minute, second } as Record<string, string>;
  }
  return Object.fromEntries(
    formatOf(zone)
      .formatToParts(atMs)
      .map(({ type, value }) => [type, value]),
  );
}

export function localAt(zone: string, atMs: number): Local {
  const { year, month, day, hour, minute } = partsOf(zone, atMs);
  return { date: `${year}-${month}-${day}`, time: `${hour}:${minute}` };
}

const SECOND_MS = 1_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/** How far the zone's clocks are ahead of UTC at a moment. */
function offsetMs(zone: string, atMs: number): number {
  const { year, month, day, hour, minute, second } = partsOf(zone, atMs);
  const asUtc = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return asUtc - Math.floor(atMs / SECOND_MS) * SECOND_MS;
}

/** The first moment at which the clocks there show it; where they jump over it, as much later as they jump. */
export function instantOf(zone: string, { date, time }: Local): number {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  const [before, after] = [offsetMs(zone, asUtc - DAY_MS), offsetMs(zone, asUtc + DAY_MS)];
  const shown = [asUtc - before, asUtc - after].filter((atMs) => atMs + offsetMs(zone, atMs) === asUtc);
  return shown.length > 0 ? Math.min(...shown) : asUtc - before;
}

export const dayAfter = (date: string, days = 1): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** 0 is Sunday. */
export const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay();

// Asked for with the first zone that somebody writes: it takes longer than all else that is loaded with this file.
let listed: readonly string[] | undefined;
function zones(): readonly string[] {
  listed ??= ["UTC", ...Intl.supportedValuesOf("timeZone")];
  return listed;
}

/** As somebody wrote it: "europe/berlin", "Berlin", "new york"; null for what is no zone. */
export function toZone(text: string): string | null {
  const wanted = fold(text);
  if (wanted === "") return null;
  const exact = zones().find((zone) => fold(zone) === wanted) ?? zones().find((zone) => cityOf(zone) === wanted);
  if (exact) return exact;
  try {
    // Names that the runtime knows and does not list: "Asia/Kolkata", "CET".
    if (!/^[a-z]+(?:[/_+-][\w+-]+)*$/i.test(text.trim())) return null;
    formatOf(text.trim());
    return text.trim();
  } catch {
    return null;
  }
}

/** For autocomplete: those whose city begins with it first. */
export function zonesLike(typed: string, most: number): string[] {
  const wanted = fold(typed);
  const ranked = zones().filter((zone) => fold(zone).includes(wanted));
  return [
    ...ranked.filter((zone) => cityOf(zone).startsWith(wanted)),
    ...ranked.filter((zone) => !cityOf(zone).startsWith(wanted)),
  ].slice(0, most);
}

const fold = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, " ");
const cityOf = (zone: string): string => fold(zone.slice(zone.lastIndexOf("/") + 1));
