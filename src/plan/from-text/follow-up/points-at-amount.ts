/** Whether a short question speaks of an amount that stands in the conversation: "that", "it", "this". */
const POINTS = /\b(?:that|this|it|those|they)\b/i;
const MAX_WORDS = 12;

export const asksOfAnAmount = (question: string): boolean =>
  POINTS.test(question) && question.split(/\s+/).length <= MAX_WORDS;
