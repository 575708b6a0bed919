/** Whose gigawatts a question says they are: of the chips and servers, or of the site. */
export function basisSaid(question: string): "it" | "facility" | null {
  if (
    /\b(?:IT|critical IT|it)\s(?:power|load|capacity|gigawatts?|GW)\b|\bcritical IT\b|(?:\b|\d)(?:[GM]W|gw|mw|[gG]igawatts?|[mM]egawatts?) (?:of )?IT\b/.test(
      question,
    )
  )
    return "it";
  return /\b(?:facility|site|utility) (?:power|load|capacity|level|gigawatts?|gw)\b|\b(?:all the way )?to the (?:facility|site|meter)\b/i.test(
    question,
  )
    ? "facility"
    : null;
}
