import { type APIMediaGalleryComponent, ComponentType } from "discord.js";
import { describeChart } from "../../doc/describe-chart.ts";
import type { Chart } from "../../doc/doc.ts";
import type { Log } from "../adapter.ts";
import type { Outgoing } from "./discord-api.ts";
import { errorFields } from "./error-fields.ts";
import { limits } from "./limits.ts";
import type { Rendered } from "./render.ts";

const fileName = (index: number): string => `chart-${index + 1}.png`;
const altText = (chart: Chart): string => describeChart(chart, limits.gallery.altChars);

/** Where the picture stands in the card; the file comes with the message. */
export const gallery = (chart: Chart, index: number): APIMediaGalleryComponent => ({
  type: ComponentType.MediaGallery,
  items: [{ media: { url: `attachment://${fileName(index)}` }, description: altText(chart) }],
});

/** The card with its pictures drawn, then the one without; only the latter where they cannot be drawn. */
export async function illustrated({ card, pictures }: Rendered, log: Log): Promise<Outgoing[]> {
  if (!pictures) return [card];
  const { charts, without } = pictures;
  try {
    const { drawChart } = await import("../../chart/draw-chart.ts");
    const drawn = await Promise.all(charts.map(drawChart));
    const files = drawn.map((data, index) => ({ name: fileName(index), data, contentType: "image/png" }));
    const attachments = charts.map((chart, id) => ({ id, filename: fileName(id), description: altText(chart) }));
    return [{ ...card, attachments, files }, without];
  } catch (error) {
    log.warn(errorFields(error), "a picture could not be drawn: the answer goes out without it");
    return [without];
  }
}
