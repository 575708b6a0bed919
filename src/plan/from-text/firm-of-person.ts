/** A person who stands for a company, and a company that stands for a person: "Zuckerberg's firm", "who runs Cerebras". */
import { gated } from "../../knowledge/gated.ts";
import type { Library } from "../../knowledge/library.ts";
import { orgName } from "../../knowledge/resolve.ts";

export const firmOfPerson = (question: string, library: Library): string =>
  headOfFirm(OF_SOMEBODY.test(question) ? ofTheirs(question, library) : asFirm(question, library), library);

const OF_SOMEBODY = /['’]s /;
const ofTheirs = (question: string, library: Library): string =>
  dealsOfPerson(asFirm(question, library), library).replace(FIRM, (whole: string, before: string) => {
    const person = library.names.find(before).find(({ end }) => end === before.length);
    const roles = library.people.get(person?.refs.find(({ type }) => type === "person")?.id ?? "")?.roles ?? [];
    const [first] = roles.filter(({ title }) => HEADS.test(title));
    if (!person) return headByFirstName(before, library) ?? whole;
    if (!first) return whole;
    return `${before.slice(0, person.start)}${orgName(library, first.org)}`;
  });

/** "And Zuck?": one head of a company alone, and nothing else. */
function asFirm(question: string, library: Library): string {
  const [, lead = "", name = ""] = ALONE.exec(question) ?? [];
  if (name === "") return question;
  const [found] = library.names.find(name);
  const id = found?.refs.find(({ type }) => type === "person")?.id;
  const [only, ...more] = library.people.get(id ?? "")?.roles ?? [];
  return found && found.start === 0 && found.end === name.length && only && more.length === 0 && HEADS.test(only.title)
    ? `${lead}${orgName(library, only.org)}?`
    : question;
}
const ALONE = /^(\W*(?:(?:and|or|what about|how about|same for)\s+)*)([\p{L}-]+(?: [\p{L}-]+)?)[\s?]*\?\s*$/iu;

const FIRM = gated(/((?:\p{L}+ ){0,3}\p{L}+)['’]s (?:firm|company|outfit|corporation)\b(?! (?:capex|backlog))/giu);
const HEADS = /\b(?:chief executive|ceo|chair\w*|founder)\b/i;

/** "Larry's company": where one head of a company alone has that first name. */
function headByFirstName(before: string, library: Library): string | null {
  const name = /\p{L}+$/u.exec(before)?.[0] ?? "";
  const heads = [...library.people.values()].flatMap((person) => {
    const [role] = person.roles.filter(({ title }) => HEADS.test(title));
    return role && person.name.toLowerCase().startsWith(`${name.toLowerCase()} `) ? [role.org] : [];
  });
  const [only, ...more] = name === "" ? [] : heads;
  return only && more.length === 0 ? `${before.slice(0, -name.length)}${orgName(library, only)}` : null;
}

/** "Zuck's AMD warrant", "Larry's Abilene lease": before the name of a company or a deal it is that of the one company that they head. */
const dealsOfPerson = (question: string, library: Library): string =>
  question.replace(OWNS, (whole: string, before: string, mark: string, rest: string) => {
    const person = library.names.find(before).find(({ end }) => end === before.length);
    const [only, ...more] =
      library.people.get(person?.refs.find(({ type }) => type === "person")?.id ?? "")?.roles ?? [];
    const ofThing = THING.test(rest);
    if (!person && ofThing) {
      const byFirst = headByFirstName(before, library);
      return byFirst ? `${byFirst}${mark}${rest}` : whole;
    }
    if (!person || !only || more.length > 0 || !HEADS.test(only.title)) return whole;
    if (ofThing) return `${before.slice(0, person.start)}${orgName(library, only.org)}${mark}${rest}`;
    const [next] = library.names.find(rest);
    const named = next?.start === 0 && next.refs.some(({ type }) => type === "org" || type === "deal");
    return named ? `${before.slice(0, person.start)}${orgName(library, only.org)}${mark}${rest}` : whole;
  });
/** What a company has, and its head only in its name. */
const THING =
  /^(?:(?!stake|pay|wealth|fortune|salary|house|trial|lawsuit)[\p{L}\d-]+ ){0,2}?(?:deals?|contracts?|one|ones|things?|tie-?ups?|orders?|leases?|cloud|campus(?:es)?|sites?|chips?|silicon|round|ipo|bonds?|monster|plans?|pact)\b(?! (?:of|for) (?:his|her|the) )/iu;
const OWNS = /((?:\p{L}+ ){0,3}\p{L}+)(['’]s )([\p{L}\d][^?]*)/iu;

/** "Who runs Cerebras": of a company its head is meant; of a site, whoever operates it. */
function headOfFirm(question: string, library: Library): string {
  const [whole, before = "", firm = ""] = RUNS.exec(question) ?? [];
  if (whole === undefined) return question;
  const [named, ...more] = library.names.find(firm);
  const all = named && named.start === 0 && named.end === firm.length && more.length === 0;
  return all && named.refs.every(({ type }) => type === "org")
    ? `${before}who is the chief executive of ${firm}`
    : question;
}
const RUNS = gated(/^(\W*(?:so |and |hey,? )*)who(?:['’]s| is)? (?:runs|running) ([^?.!,]+?)[\s?.!]*$/i);
