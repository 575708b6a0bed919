/** "How much does A pay B", "B's loan to A", "A, which owns B": where the records have it the other way round, or not at all. */
import { isBuyerOf, relatedDeals } from "../../knowledge/directions.ts";
import { family } from "../../knowledge/resolve.ts";
import { isTied, tieBetween } from "../../knowledge/ties.ts";
import type { PlanInput } from "../plan.ts";
import type { Reading } from "./reading.ts";
import { type TieSaid, tieSaid } from "./tie-said.ts";

const CLAIM = { cash: "pays", debt: "lent", equity: "owns", goods: "sells", guarantee: "guarantees" } as const;

export function tieDenied(reading: Reading): PlanInput | null {
  const said = tieSaid(reading);
  if (!said) return null;
  const pairs = said.from.flatMap((from) => said.to.map((to) => [from, to] as const));
  if (pairs.some(([from, to]) => isSo(reading, said.tie, from, to))) return null;
  const { library, dates } = reading;
  const [[from, to] = ["", ""]] = pairs;
  if (said.tie === "whole") {
    const deal = tieBetween(library, "equity", to, from) ?? relatedDeals(library, [from, to])[0];
    return { kind: "correct-premise", claim: "owns-all", orgs: [from, to], deal: deal?.id ?? null, asOf: dates.asOf };
  }
  const { tie } = said;
  const reverse = pairs.flatMap(([one, other]) => tieBetween(library, tie, other, one) ?? [])[0];
  const deal = reverse ?? relatedDeals(library, [from, to])[0];
  const orgs = tie === "equity" ? [to, from] : [from, to];
  return { kind: "correct-premise", claim: CLAIM[tie], orgs, deal: deal?.id ?? null, asOf: dates.asOf };
}

function isSo({ library }: Reading, tie: TieSaid["tie"], from: string, to: string): boolean {
  if (family(library, from).has(to) || family(library, to).has(from)) return true;
  if (tie === "whole") return isBuyerOf(library, from, to);
  if (tie === "equity" && isBuyerOf(library, to, from)) return true;
  return isTied(library, tie, from, to);
}
