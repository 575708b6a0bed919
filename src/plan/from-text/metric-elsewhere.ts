/** "Microsoft's investment in the UAE" is none of what it has put into something else: a place that a figure does not speak of, and a deal of theirs does. */
import type { Metric } from "../../../knowledge/schema.ts";
import { placesOf } from "../../knowledge/names.ts";
import { family } from "../../knowledge/resolve.ts";
import { statementsOf } from "../../knowledge/statements.ts";
import { contentRoots } from "../../knowledge/words.ts";
import type { Reading } from "./reading.ts";

export function isElsewhere({ library, names, question }: Reading, metric: Metric): boolean {
  if (names.places.length === 0 || names.orgs.length === 0) return false;
  const record = statementsOf(library).byRecord.get(`metric:${metric.id}`);
  const said = [record?.title, record?.words, ...(record?.statements ?? []).map((statement) => statement.own)];
  const speaksOf = (text: string): boolean =>
    contentRoots(text).some((root) => said.some((words) => words?.exact.has(root)));
  return names.mentions.some(({ refs, start, end }) => {
    const places = refs.flatMap(({ type, id }) => (type === "place" ? [id] : []));
    if (places.length === 0 || [question.slice(start, end), ...places].some(speaksOf)) return false;
    const theirs = names.orgs.flatMap((org) =>
      [...family(library, org)].flatMap((id) => library.dealsOf.get(id) ?? []),
    );
    return theirs.some(({ sites }) => sites.some((site) => placesOf(site).some((place) => places.includes(place))));
  });
}
