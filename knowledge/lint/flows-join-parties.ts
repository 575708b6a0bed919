import type { Rule } from "./rule.ts";

export const flowsJoinParties: Rule = {
  name: "flows-join-parties",
  holds: "A flow runs between two different parties of the deal, and no party stands twice in one role.",
  check(knowledge, report) {
    for (const deal of knowledge.deals) {
      const file = `deals/${deal.id}.yaml`;
      const orgs = new Set(deal.parties.map((party) => party.org));
      const roles = new Set<string>();
      deal.parties.forEach(({ org, role }, i) => {
        const key = `${org} ${role}`;
        if (roles.has(key)) report(file, ["parties", i, "org"], `“${org}” is ${role} already: remove one`);
        roles.add(key);
      });
      deal.flows.forEach((flow, i) => {
        for (const end of ["from", "to"] as const) {
          if (!orgs.has(flow[end]))
            report(file, ["flows", i, end], `“${flow[end]}” is no party of this deal: add it under parties`);
        }
        if (flow.from === flow.to) report(file, ["flows", i, "to"], `“${flow.to}” is at both ends: mend one`);
      });
    }
  },
};
