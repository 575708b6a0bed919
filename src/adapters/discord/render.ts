import { type APIComponentInContainer, ComponentType, MessageFlags } from "discord.js";
import type { Block, Chart, Doc, DocStatus } from "../../doc/doc.ts";
import { citedIn, type Page, paginate } from "../../doc/paginate.ts";
import { blocksMarkdown } from "./block-markdown.ts";
import { buttonRows } from "./buttons.ts";
import { clipPage } from "./clip-page.ts";
import type { CustomIds } from "./custom-ids.ts";
import { type MessageBody, overruns } from "./overruns.ts";
import { pageParts, sourceName } from "./page-parts.ts";
import { gallery } from "./pictures.ts";
import { lineText, plainText } from "./plain-message.ts";

/** One answer, from the richest form to the plainest: the next one is for a message that Discord refused. */
export type Rendered = {
  card: MessageBody;
  /** Where the card shows pictures: what they are of, in order, and the card without them. */
  pictures?: { charts: readonly Chart[]; without: MessageBody };
  plain: string;
  line: string;
};

export type RenderOptions = {
  ids: CustomIds;
  /** From 1; one that is not there shows the last. */
  page?: number;
  /** Whether the reader may post it for all to see. */
  share?: boolean;
  sharedBy?: string;
};

/** A page of a Doc as a card of Components V2, with its plainer forms. */
export function render(doc: Doc, options: RenderOptions): Rendered {
  const listed = withUncitedSources(doc);
  const pages = paginate(listed, (page) => overruns(card(listed, page, FULLEST(options))).length === 0);
  const number = Math.min(Math.max(options.page ?? 1, 1), pages.length);
  const page = fitting(listed, pages[number - 1] ?? { number: 1, of: 1, blocks: [] }, options);
  const parts = pageParts(listed, page, options.sharedBy);
  const charts = page.blocks.filter((block) => block.type === "chart");
  const said = { ...page, blocks: page.blocks.filter((block) => block.type !== "chart") };
  return {
    card: card(listed, page, options),
    ...(charts.length > 0 ? { pictures: { charts, without: card(listed, said, options) } } : {}),
    plain: plainText(parts),
    line: lineText(doc.title, doc.headline),
  };
}

/** All pages break at the same places, whoever reads them: with the Share button and the name of who shared. */
const FULLEST = (options: RenderOptions): RenderOptions => ({
  ids: options.ids,
  share: true,
  sharedBy: "0".repeat(20),
});

function card(doc: Doc, page: Page, options: RenderOptions): MessageBody {
  const { head, foot } = pageParts(doc, page, options.sharedBy);
  const components: APIComponentInContainer[] = [{ type: ComponentType.TextDisplay, content: head }];
  components.push(...bodyComponents(page.blocks, doc.blocks));
  components.push({ type: ComponentType.Separator }, { type: ComponentType.TextDisplay, content: foot });
  components.push(...buttonRows(doc, page, options.share === true, options.ids));
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [{ type: ComponentType.Container, accent_color: COLOURS[doc.status], components }],
  };
}

/** Words, and the pictures between them. */
function bodyComponents(blocks: readonly Block[], all: readonly Block[]): APIComponentInContainer[] {
  const out: APIComponentInContainer[] = [];
  let [words, pictures]: [Block[], number] = [[], 0];
  const write = () => {
    const content = blocksMarkdown(words, all);
    if (content) out.push({ type: ComponentType.TextDisplay, content });
    words = [];
  };
  for (const block of blocks) {
    if (block.type !== "chart") {
      words.push(block);
      continue;
    }
    write();
    out.push(gallery(block, pictures++));
  }
  write();
  return out;
}

const COLOURS: Readonly<Record<DocStatus, number>> = {
  answered: 0x2f7d5b,
  partial: 0xb7791f,
  unknown: 0x6b7280,
  clarify: 0x3b6fb6,
  error: 0xb3403a,
};

/** Only a page with a single item can be too long: everything else was paginated. */
function fitting(doc: Doc, page: Page, options: RenderOptions): Page {
  let shorter = page;
  for (let maxChars = 2_400; overruns(card(doc, shorter, options)).length > 0 && maxChars > 20; maxChars /= 2)
    shorter = clipPage(page, Math.floor(maxChars));
  return shorter;
}

/** Sources that no word cites come as a list at the end, so that they are on a page as well. */
function withUncitedSources(doc: Doc): Doc {
  const cited = new Set(citedIn([{ type: "text", text: doc.headline }, ...doc.blocks]));
  const items = doc.sources.flatMap((source, index) =>
    cited.has(index + 1) ? [] : [[{ text: sourceName(source), ...(source.url ? { href: source.url } : {}) }]],
  );
  if (items.length === 0) return doc;
  const more: Block[] = [
    { type: "heading", text: cited.size ? "More sources" : "Sources" },
    { type: "list", items },
  ];
  return { ...doc, blocks: [...doc.blocks, ...more] };
}
