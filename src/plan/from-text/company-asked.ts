/** "What does Fluidstack do", "who is Crusoe": what a company is, rather than one of its deals; "is Anthropic listed": whether it is. */
import type { Library } from "../../knowledge/library.ts";
import type { PlanInput } from "../plan.ts";
import type { ReadRule } from "./reading.ts";

const LEAD = String.raw`^(?:\W*(?:so|and|but|ok|hey|wait|well|sorry|remind me|please),? )*`;
/** The name stands as "§". */
const ASKED: readonly RegExp[] = [
  `${LEAD}what (?:does|do|is it (?:that )?(?:does|do)?) (?:a |the |an )?§ (?:actually |really |even )?do`,
  `${LEAD}(?:who|what) (?:exactly |even )?(?:is|are|the (?:hell|heck) is) §(?: exactly| again| anyway)?`,
  `${LEAD}(?:who|what)['’]?s §(?: exactly| again| anyway)?`,
  `${LEAD}what (?:kind|sort|type) of (?:a )?(?:company|firm|outfit|business|group|operation) is §`,
  `${LEAD}what(?:['’]?s| is) §['’]s? (?:line of )?business(?: model)?`,
  `${LEAD}what (?:business|line of business|industry) is § in`,
].map((pattern) => new RegExp(String.raw`${pattern}\W*$`, "iu"));

const LISTED: readonly RegExp[] = [
  `${LEAD}(?:is|are|isn['’]?t) § (?:already |now |a )?(?:publicly |stock )?(?:listed|public|traded|quoted)(?: (?:company|firm|yet|already|now|or private))*`,
  `${LEAD}(?:what(?:['’]?s| is) )?(?:the )?(?:§(?:['’]s?)? (?:stock |share )?(?:ticker|symbol)|(?:stock |share )?(?:ticker|symbol) (?:of|for) §)(?: symbol)?`,
].map((pattern) => new RegExp(String.raw`${pattern}\W*$`, "iu"));

export const companyAsked: ReadRule = {
  name: "company",
  read({ question, names, library }) {
    const [mention, ...others] = names.mentions;
    const [ref, ...beside] = mention?.refs ?? [];
    const org = ref?.type === "org" ? library.organisations.get(ref.id) : undefined;
    if (!mention || !org || others.length + beside.length > 0) return null;
    const asked = `${question.slice(0, mention.start)}§${question.slice(mention.end)}`;
    if (LISTED.some((pattern) => pattern.test(asked))) return listing(library, org.id, org.name, question);
    if (!org.about) return null;
    return ASKED.some((pattern) => pattern.test(asked)) ? { kind: "define", term: org.name, other: null } : null;
  },
};

/** The offering of its shares, where that is on record; else its ticker. */
function listing({ dealsOf, organisations }: Library, org: string, name: string, topic: string): PlanInput | null {
  const deals = dealsOf.get(org) ?? [];
  const offering = deals.find(
    (deal) => /\bIPO\b/.test(deal.name) && deal.parties.some((party) => party.org === org && party.role === "issuer"),
  );
  // The record of an offering says under which ticker.
  if (offering && TICKER.test(topic)) return null;
  if (offering) return { kind: "show-figure", subject: offering.id, attribute: "status", topic };
  if ((organisations.get(org)?.tickers.length ?? 0) > 0) return { kind: "define", term: name, other: null };
  const near = deals.slice(-NEAR).map(({ id }) => id);
  return { kind: "decline", reason: "unrecorded", about: `listing of ${name}`, near };
}
const NEAR = 3;
const TICKER = /\b(?:ticker|symbol)\b/i;
