/** "SoftBank's loans tied to OpenAI": what one has borrowed because of another who is no party to the loans. */
import { gated } from "../../knowledge/gated.ts";
import { family, orgName } from "../../knowledge/resolve.ts";
import type { ReadRule } from "./reading.ts";

const LOANS = gated(/\b(?:loans|bonds|borrowings|debts?|financings|facilities|credit lines)\b/i);
const TIED =
  /\b(?:tied to|related to|linked to|connected (?:to|with)|backed by|against|secured (?:by|on)|around|because of|to (?:fund|finance|pay for)|for)\b/gi;
const ASKS_ELSE =
  /\b(?:how (?:much|many|big|large)|who|when|why|total|sum|biggest|largest|smallest|interest|rate|vs\.?|versus|than)\b/i;

export const loansTied: ReadRule = {
  name: "loans-tied",
  read({ question, names, library, conversation, dates }) {
    const [first, second, ...more] = names.mentions.filter(({ refs }) => refs.some(({ type }) => type === "org"));
    if (!first || !second || more.length + names.deals.length > 0 || conversation.plan !== null) return null;
    if (ASKS_ELSE.test(question) || !LOANS.test(question)) return null;
    const between = question.slice(first.end, second.start);
    const last = [...between.matchAll(TIED)].at(-1);
    // The word stands right before whom they are tied to.
    if (
      !last ||
      between
        .slice(last.index + last[0].length)
        .trim()
        .split(/\s+/).length > 2
    )
      return null;
    const [borrower, other] = [first, second].map(({ refs }) => refs.find(({ type }) => type === "org")?.id ?? "");
    if (!borrower || !other) return null;
    const [own, theirs] = [family(library, borrower), family(library, other)];
    const named = orgName(library, other).toLowerCase();
    const found = library.knowledge.deals.filter(
      ({ kind, name, aliases, summary, parties }) =>
        kind === "financing" &&
        parties.some(({ org, role }) => own.has(org) && BORROWS.has(role)) &&
        !parties.some(({ org }) => theirs.has(org)) &&
        [name, ...aliases, summary].some((one) => one.toLowerCase().includes(named)),
    );
    return found.length > 1
      ? {
          kind: "find-deals",
          parties: [borrower],
          roles: ["borrower", "issuer"],
          dealKinds: ["financing"],
          text: named,
          asOf: dates.asOf,
        }
      : null;
  },
};
const BORROWS: ReadonlySet<string> = new Set(["borrower", "issuer"]);
