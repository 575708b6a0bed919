/** "When Stargate Abilene will be finished", "what the rate on the bonds is": a question in the order of a clause, in that of a question. */

const IS = "is|are|was|were|will|would|has|have|had|can|could|should";
const NOT_BEGUN = `(?!(?:${IS}|did|does|do|isn|wasn|to|not|on|in|at|if|above|below|over|under|from|into|off)\\b)`;
const CLAUSES: readonly RegExp[] = [
  // "When the lease will start", "how long the contract has to run"
  new RegExp(
    `^((?:by |until |since )?when|where|why|how (?:long|big|large|far|high|soon|firm|old|much power|close)) ${NOT_BEGUN}((?:[^\\s,;:?]+ ){1,7}?)(${IS}) ((?:been |be |being )?\\S.*?)[?.!\\s]*$`,
    "i",
  ),
  // "Who the tenant is", "what its price was", "how big the round was"
  /^(who|what|when|where|how (?:long|big|large|far|high|much)) ((?:(?:the|its|their|his|her) |[\w.&-]+['’]s? )(?:[^\s,;:?]+ ){0,8}?)(is|are|was|were|will be|would be)((?: (?:for|in|at|on|of|under|by|as)\b.*?)?)[?.!\s]*$/i,
];

/** The text in the order of a question; any other comes back as it is. */
export function askedDirectly(text: string): string {
  for (const clause of CLAUSES) {
    const [, asked, subject, verb, rest] = clause.exec(text) ?? [];
    if (asked !== undefined && subject !== undefined)
      return `${asked} ${verb} ${subject.trim()} ${(rest ?? "").trim()}`.trim().concat("?");
  }
  return text;
}
