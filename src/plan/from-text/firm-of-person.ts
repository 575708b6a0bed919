/** A person who stands for a company, and a company that stands for a person: "Zuckerberg's firm", "who runs Cerebras". */
import type { Library } from "../../knowledge/library.ts";
import { orgName } from "../../knowledge/resolve.ts";

export const firmOfPerson = (question: string, library: Library): string =>
  headOfFirm(
    dealsOfPerson(question, library).replace(FIRM, (whole: string, before: string) => {
      const person = library.names.find(before).find(({ end }) => end === before.length);
      const roles = library.people.get(person?.refs.find(({ type }) => type === "person")?.id ?? "")?.roles ?? [];
      const [first] = roles.filter(({ title }) => HEADS.test(title));
      if (!person) return headByFirstName(before, library) ?? whole;
      if (!first) return whole;
      return `${before.slice(0, person.start)}${orgName(library, first.org)}`;
    }),
    library,
  );

const FIRM = /((?:\p{L}+ ){0,3}\p{L}+)['’]s (?:firm|company|outfit|corporation)\b(?! (?:capex|backlog))/giu;
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
    if (!person || !only || more.length > 0 || !HEADS.test(only.title)) return whole;
    const [next] = library.names.find(rest);
    const named = next?.start === 0 && next.refs.some(({ type }) => type === "org" || type === "deal");
    return named ? `${before.slice(0, person.start)}${orgName(library, only.org)}${mark}${rest}` : whole;
  });
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
const RUNS = /^(\W*(?:so |and |hey,? )*)who(?:['’]s| is)? (?:runs|running) ([^?.!,]+?)[\s?.!]*$/i;
