/** One thing that is asked of two, each with a name of its own: "how much from Meta, and how much from Nvidia", "lengths: A with B and A with C". */

import type { Library } from "../../knowledge/library.ts";
import { readNames } from "../../knowledge/resolve.ts";
import { findPeriods } from "../dates.ts";
import type { Reading } from "./reading.ts";

const ASKED = "(?:how (?:much|many|big|large|long)|what|which|when)";
const AGAIN = String.raw`(?:${ASKED}\b|(?:for|from|to|with|in|of|at|by) )`;
const CLAUSES = new RegExp(String.raw`^(.*\b${ASKED}\b.+?)(?:,|;)? and (${AGAIN}.+)$`, "i");
/** "…, and Lake Mariner?": nothing but another name. */
const ONE_MORE = new RegExp(String.raw`^(.*\b${ASKED}\b.+?)[,;] and (?:the )?([^,;:]{2,40}?)\W*$`, "i");
const HEAD = /^[^:?]{2,60}:\s+/;
/** One thing that each of them has. */
const MEASURED =
  /\b(?:(?:lease|contract|deal|loan|agreement)? ?(?:lengths?|durations?|terms?|prices?|values?|sizes?|capacit(?:y|ies)|dates?)|how long|(?:price|cost|rent|amount)s? (?:per|a|for) \w+)\s*$/i;

/** The texts of the two; none where the question is not put so. */
export function clausesOf(reading: Reading): string[] {
  const { question, library } = reading;
  const listed = measuredOf(reading);
  if (listed.length > 0) return listed;
  const match = CLAUSES.exec(question) ?? ONE_MORE.exec(question);
  if (!match) return [];
  const [, first = "", second = ""] = match;
  const periods = findPeriods(first);
  // "In 2026, and to Nebius": the time is of both.
  const time = periods.length === 1 && findPeriods(second).length === 0 ? ` in ${periods[0]}` : "";
  const parts = withHead(reading, [first.trim(), `${second.trim().replace(/[?.!]+$/, "")}${time}`]);
  const own = [first.replace(HEAD, ""), second].map((part) => namedIn(library, part));
  const apart = own.every((one) => one.length > 0) && !own[0]?.some((id) => own[1]?.includes(id));
  return apart ? parts : [];
}

/** Who and what is named; two campuses of one deal are two. */
const namedIn = (library: Library, part: string): string[] =>
  readNames(library, part).mentions.flatMap(({ refs, start, end }) =>
    refs.flatMap(({ type, id }) => {
      if (type === "deal" && (library.deals.get(id)?.sites.length ?? 0) > 1)
        return [`${id}: ${part.slice(start, end).toLowerCase()}`];
      return type === "org" || type === "deal" || type === "place" ? [id] : [];
    }),
  );

/** "Contract lengths: Anthropic with Akamai and Anthropic with Amazon": what stands before the colon is asked of both. */
function measuredOf({ question, library }: Reading): string[] {
  const head = HEAD.exec(question)?.[0] ?? "";
  const asked = head.replace(/:\s+$/, "");
  if (head === "" || !MEASURED.test(asked)) return [];
  const parts = question
    .slice(head.length)
    .split(/,? and |;|\s\/\s/i)
    .map((part) => part.trim());
  const own = parts.map((part) => {
    const { orgs, deals } = readNames(library, part);
    return [...orgs, ...deals].sort().join();
  });
  const told = parts.length === 2 && own.every((one) => one !== "") && own[0] !== own[1];
  return told ? parts.map((part) => `${asked} ${part}`) : [];
}

/** The first text with the name of the second in place of its own last one: "what did Lake Mariner lock in per year". */
export function restated({ library }: Reading, first: string, second: string): string {
  const name = readNames(library, second).mentions[0];
  const own = readNames(library, first).mentions.at(-1);
  return name && own ? first.slice(0, own.start) + second.slice(name.start, name.end) + first.slice(own.end) : second;
}

/** "Nebius: Nvidia's money against Meta's": who stands before the colon is meant of each. */
export function withHead({ library, question }: Reading, [first = "", ...others]: readonly string[]): string[] {
  const head = HEAD.exec(question)?.[0].replace(/:\s+$/, "") ?? "";
  const { orgs, deals } = readNames(library, head);
  const isShared = orgs.length === 1 && deals.length === 0 && !others.some((part) => part.includes(":"));
  return [first, ...others.map((part) => (isShared ? `${head} ${part}` : part))];
}
