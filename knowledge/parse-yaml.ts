/** YAML to a document that is written back as it was: numbers as the author wrote them, no text folded. */
import { type CollectionTag, type Document, type LineCounter, parseDocument, type ScalarTag, type Tags } from "yaml";

export const parseYaml = (text: string, lines?: LineCounter): Document =>
  parseDocument(text, { version: "1.2", prettyErrors: false, customTags, ...(lines && { lineCounter: lines }) });

const customTags = (tags: Tags): Tags => tags.map((tag) => (typeof tag === "object" ? asWritten(tag) : tag));

function asWritten(tag: CollectionTag | ScalarTag): CollectionTag | ScalarTag {
  if (tag.collection) return tag;
  if (tag.format === "EXP") return { ...tag, stringify: (node) => node.source ?? String(node.value) };
  const { stringify } = tag;
  if (tag.tag !== "tag:yaml.org,2002:str" || !stringify) return tag;
  // A changed sentence is one changed line, however long it is.
  return {
    ...tag,
    stringify: (node, context, ...rest) =>
      stringify(node, { ...context, options: { ...context.options, lineWidth: 0 } }, ...rest),
  };
}
