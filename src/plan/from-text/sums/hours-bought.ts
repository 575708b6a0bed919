/** Hours of a chip that money buys, at the price that is given or the one on record: "how many H100-hours does $1M buy". */

import { isChip } from "../../../calculator/chain/choose-inputs.ts";
import { gated } from "../../../knowledge/gated.ts";
import { CHIP_NAME } from "../../given.ts";
import { evaluated, type ReadSum } from "./sum.ts";
import { write } from "./write-term.ts";

const ASKS = gated(/\b(?:how many|number of)\b.*(?:\b(?:gpu|chip|card|accelerator)|¤+)s?[- ]hours?\b/i);

export const hoursBought: ReadSum = (sum) => {
  const [money, price] = [sum.one("money"), sum.one("hourly")];
  if (!money || !ASKS.test(sum.words) || !sum.complete([money, price])) return null;
  const chip = CHIP_NAME.exec(sum.question)?.[1];
  const rate =
    price || !chip
      ? undefined
      : sum.reading.library.knowledge.rates.find((one) => one.quantity === "gpu-hour-price" && isChip(one, chip));
  if (!price && !rate) return null;
  const each = price ? write(price, `${money.unit}/gpu-hour`) : `@${rate?.id}`;
  return evaluated([{ label: `hours for ${money.text}`, expression: `${write(money)} / (${each}) in gpu-hours` }]);
};
