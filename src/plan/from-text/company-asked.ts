/** "What does Fluidstack do", "who is Crusoe": what a company is, rather than one of its deals. */
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

export const companyAsked: ReadRule = {
  name: "company",
  read({ question, names, library }) {
    const [mention, ...others] = names.mentions;
    const [ref, ...beside] = mention?.refs ?? [];
    const org = ref?.type === "org" ? library.organisations.get(ref.id) : undefined;
    if (!mention || !org?.about || others.length + beside.length > 0) return null;
    const asked = `${question.slice(0, mention.start)}§${question.slice(mention.end)}`;
    return ASKED.some((pattern) => pattern.test(asked)) ? { kind: "define", term: org.name, other: null } : null;
  },
};
