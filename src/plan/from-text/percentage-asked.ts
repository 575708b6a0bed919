/**
 * "Nvidia's percentage of Intel", "Google's stake in Anthropic, %": so much of one company is another's. Only a stake on record
 * that is theirs answers; a share of a backlog, or somebody else's stake, does not.
 */
import { relatedDeals } from "../../knowledge/directions.ts";
import { orgName } from "../../knowledge/resolve.ts";
import { orgsNamed } from "./owner-and-owned.ts";
import { holding } from "./owns-asked.ts";
import type { ReadRule } from "./reading.ts";

export const percentageAsked: ReadRule = {
  name: "percentage",
  read({ question, library, names, dates, asOf }) {
    const [first, second, ...more] = orgsNamed({ names });
    if (!first || !second || more.length > 0 || names.people.length > 0 || first.org === second.org) return null;
    if (names.mentions.some(({ refs }) => refs.some(({ type }) => type === "deal" || type === "metric"))) return null;
    // The names stand as § in their order.
    const asked = `${question.slice(0, first.start)}§${question.slice(first.end, second.start)}§${question.slice(second.end)}`;
    const [owner, other] = OWNER_FIRST.some((form) => form.test(asked))
      ? [first.org, second.org]
      : OWNED_FIRST.some((form) => form.test(asked))
        ? [second.org, first.org]
        : [];
    if (owner === undefined || other === undefined) return null;
    const held = holding(library, owner, other, asOf, true);
    if (held)
      return {
        kind: "show-figure",
        subject: held.deal.id,
        attribute: "stake",
        figure: held.standing.figure.id,
        topic: question,
        asOf: dates.asOf,
      };
    const [nearest] = relatedDeals(library, [owner, other]);
    return {
      kind: "decline",
      reason: "unrecorded",
      about: `stake of ${orgName(library, owner)} in ${orgName(library, other)} in per cent`,
      near: nearest ? [nearest.id] : [],
    };
  },
};

const PERCENT = "(?:per ?cent(?:age)?|pct|%)";
const STAKE = "(?:stake|holding|share|shareholding|ownership|slice|equity)";
const LEAD = String.raw`^\W*(?:(?:so|and|ok|what|which|what's|is|was|the|now)\b\W*)*`;
const REST = String.raw`(?:\W*\b(?:now|today|currently|at present|roughly|please)\b)*\W*$`;
const forms = (...all: readonly string[]): RegExp[] => all.map((form) => new RegExp(`${LEAD}${form}${REST}`, "i"));

const OWNER_FIRST = forms(
  `§(?:['’]s?)? (?:current )?${PERCENT} (?:${STAKE} )?(?:of|in) §`,
  String.raw`§(?:['’]s?)? (?:current )?${STAKE} (?:in|of) §\W*(?:(?:in|as an?|as)\s)?\W*${PERCENT}`,
  String.raw`§(?:['’]s?)? (?:current )?§ ${STAKE}\W*(?:in )?${PERCENT}`,
  `§ (?:has|holds|owns) (?:what|which|how (?:much|many|big an?)) ${PERCENT}? ?(?:of|in) §`,
);
const OWNED_FIRST = forms(
  `(?:how (?:many|high an?|large an?) )?${PERCENT} (?:of|in) § (?:that |which |now )*(?:(?:does|do|did) )?§ (?:now )?(?:has|have|holds?|owns?|keeps?|got|end up with)`,
  `${PERCENT} (?:of|in) § (?:is |that is )?(?:held|owned|kept) by §`,
  `§ ${PERCENT} (?:held|owned|kept) by §`,
);
