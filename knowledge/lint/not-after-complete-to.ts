import { everySource } from "./every-source.ts";
import type { Rule } from "./rule.ts";

export const notAfterCompleteTo: Rule = {
  name: "not-after-complete-to",
  holds: "Nothing is told as having happened, said or been known after the day to which the knowledge is complete.",
  check(knowledge, report) {
    const end = knowledge.meta.complete_to;
    const hold = (file: string, path: PropertyKey[], date: string | null | undefined, mend: string) => {
      if (date && date > end) report(file, path, `${date} is after complete_to (${end}): ${mend}`);
    };
    const move = "move complete_to";
    for (const deal of knowledge.deals)
      deal.events.forEach((event, i) =>
        hold(`deals/${deal.id}.yaml`, ["events", i, "date"], event.date, `put it under expected, or ${move}`),
      );
    for (const metric of knowledge.metrics)
      metric.points.forEach((point, i) =>
        hold(`metrics/${metric.id}.yaml`, ["points", i, "as_of"], point.as_of, `mend the day, or ${move}`),
      );
    for (const rate of knowledge.rates)
      hold(`rates/${rate.id}.yaml`, ["as_of"], rate.as_of, `mend the day, or ${move}`);
    for (const [folder, records] of [
      ["deals", knowledge.deals],
      ["metrics", knowledge.metrics],
      ["topics", knowledge.topics],
    ] as const) {
      for (const record of records) {
        for (const field of ["facts", "contested"] as const)
          record[field].forEach((entry, i) =>
            hold(`${folder}/${record.id}.yaml`, [field, i, "known"], entry.known, `mend the day, or ${move}`),
          );
      }
    }
    for (const { file, path, source } of everySource(knowledge)) {
      // What a model costs is read when it is used, and told in no answer.
      if (file !== "model-prices.yaml") hold(file, [...path, "date"], source.date, `mend the day, or ${move}`);
    }
  },
};
