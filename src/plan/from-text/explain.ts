/** How a question is read, stage by stage, for whoever mends the reading. */
import { type FoundStatement, findStatements } from "../../knowledge/find-statements.ts";
import { type Conversation, newConversation } from "./conversation.ts";
import { type Reader, readQuestion, toReading } from "./read-question.ts";
import { toSought } from "./sought.ts";
import { attributeAsked } from "./what-is-asked.ts";

/** One line a stage: the text made plain, names, amounts, days, words that tell, the statements found, rule and plan. */
export function explain(text: string, reader: Reader, conversation: Conversation = newConversation()): string[] {
  const { reading, heard } = toReading(text, reader, conversation);
  const { plan, rule, sure } = readQuestion(text, reader, conversation);
  const sought = toSought(reading, attributeAsked(reading.question), 0);
  const words = sought.words.map(
    ({ word, weak, tells }) => `${word}${tells ? "" : " (asks)"}${tells && weak ? " (weak)" : ""}`,
  );
  return [
    `question: ${reading.question}${heard.ordered ? " (orders left out)" : ""}${heard.language ? ` (from ${heard.language})` : ""}`,
    `names: ${reading.names.mentions.map((name) => `${name.name} = ${name.refs.map((ref) => `${ref.type} ${ref.id}`).join(" or ")}`).join("; ") || "none"}`,
    `amounts: ${reading.quantities.map((found) => found.quantity.text).join("; ") || "none"}`,
    `days: ${[reading.dates.asOf && `as of ${reading.dates.asOf}`, ...reading.dates.mentioned].filter(Boolean).join("; ") || "none"}`,
    `words: ${words.join(", ") || "none"}; asked for: ${sought.want ?? "anything"}`,
    ...findStatements(reading.library, sought, 5).map(sayFound),
    `rule: ${rule}${sure ? "" : " (not sure)"}`,
    `plan: ${JSON.stringify(plan)}`,
  ];
}

const sayFound = ({ statement, score, coverage, own, unexplained }: FoundStatement): string =>
  `  ${score.toFixed(2)} ${statement.record.type} ${statement.record.id}, ${statement.kind}: ${statement.text.slice(0, 100)} ` +
  `(explains ${Math.round(coverage * 100)} %, itself ${Math.round(own * 100)} %${unexplained.length > 0 ? `, not ${unexplained.join(", ")}` : ""})`;
