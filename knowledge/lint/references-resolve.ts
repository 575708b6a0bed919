import type { Rule } from "./rule.ts";

export const referencesResolve: Rule = {
  name: "references-resolve",
  holds: "Every id of an organisation, person, deal, term or figure that a record names exists.",
  check(knowledge, report) {
    const orgs = new Set(knowledge.organisations.map((org) => org.id));
    const people = new Set(knowledge.people.map((person) => person.id));
    const deals = new Set(knowledge.deals.map((deal) => deal.id));
    const terms = new Set(knowledge.glossary.map((term) => term.id));
    const need = (
      known: ReadonlySet<string>,
      what: string,
      file: string,
      path: PropertyKey[],
      id: string | undefined,
    ) => {
      if (id !== undefined && !known.has(id)) report(file, path, `there is no ${what} “${id}”: add it or mend the id`);
    };
    for (const deal of knowledge.deals) {
      const file = `deals/${deal.id}.yaml`;
      deal.parties.forEach((party, i) => need(orgs, "organisation", file, ["parties", i, "org"], party.org));
      for (const relation of ["part_of", "supersedes", "financed_by", "same_campus", "related"] as const) {
        deal[relation].forEach((id, i) => {
          need(deals, "deal", file, [relation, i], id);
          if (id === deal.id) report(file, [relation, i], "a deal cannot relate to itself: remove it");
        });
      }
      const figures = new Set(deal.events.flatMap((event) => (event.figures ?? []).map((figure) => figure.id)));
      deal.flows.forEach((flow, i) => {
        need(orgs, "organisation", file, ["flows", i, "from"], flow.from);
        need(orgs, "organisation", file, ["flows", i, "to"], flow.to);
        need(figures, "figure in this deal", file, ["flows", i, "figure"], flow.figure);
      });
      deal.events.forEach((event, i) => {
        event.ends?.forEach((id, k) => need(figures, "figure in this deal", file, ["events", i, "ends", k], id));
      });
    }
    for (const metric of knowledge.metrics) {
      const file = `metrics/${metric.id}.yaml`;
      metric.subjects.forEach((id, i) => need(orgs, "organisation", file, ["subjects", i], id));
      metric.deals.forEach((id, i) => need(deals, "deal", file, ["deals", i], id));
      if (metric.headline)
        need(
          new Set(metric.points.map((point) => point.id)),
          "point in this metric",
          file,
          ["headline"],
          metric.headline,
        );
    }
    for (const topic of knowledge.topics) {
      const file = `topics/${topic.id}.yaml`;
      topic.orgs.forEach((id, i) => need(orgs, "organisation", file, ["orgs", i], id));
      topic.people.forEach((id, i) => need(people, "person", file, ["people", i], id));
      topic.deals.forEach((id, i) => need(deals, "deal", file, ["deals", i], id));
    }
    for (const rate of knowledge.rates) {
      need(orgs, "organisation", `rates/${rate.id}.yaml`, ["org"], rate.org);
      need(people, "person", `rates/${rate.id}.yaml`, ["person"], rate.person);
    }
    for (const term of knowledge.glossary) {
      term.see.forEach((id, i) => need(terms, "term", `glossary/${term.id}.yaml`, ["see", i], id));
      term.deals.forEach((id, i) => need(deals, "deal", `glossary/${term.id}.yaml`, ["deals", i], id));
    }
    knowledge.organisations.forEach((org, i) =>
      need(orgs, "organisation", "organisations.yaml", [i, "parent"], org.parent),
    );
    knowledge.people.forEach((person, i) => {
      person.roles.forEach((role, k) => need(orgs, "organisation", "people.yaml", [i, "roles", k, "org"], role.org));
    });
  },
};
