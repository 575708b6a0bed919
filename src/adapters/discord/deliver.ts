import type { Log } from "../adapter.ts";
import type { Outgoing } from "./discord-api.ts";
import { errorFields, httpStatus, isRefusal } from "./error-fields.ts";
import { overruns } from "./overruns.ts";
import { illustrated } from "./pictures.ts";
import { contentMessage, textDisplayMessage } from "./plain-message.ts";
import type { Rendered } from "./render.ts";

export type Target = {
  send(body: Outgoing): Promise<void>;
  /** The message already is Components V2: a plainer form must be so too. */
  alreadyV2: boolean;
};

/** Sends the card; refused, the card without its pictures, the plain page; refused, one line. Each step down is logged with Discord's code. */
export async function deliver(rendered: Rendered, target: Target, log: Log): Promise<void> {
  const plainly = target.alreadyV2 ? textDisplayMessage : contentMessage;
  const forms: { name: string; body: Outgoing }[] = [
    ...(await illustrated(rendered, log)).map((body, index) => ({
      name: index ? "card without pictures" : "card",
      body,
    })),
    { name: "plain", body: plainly(rendered.plain) },
    { name: "line", body: plainly(rendered.line) },
  ];
  for (const [index, form] of forms.entries()) {
    try {
      await target.send(form.body);
      return;
    } catch (error) {
      const next = forms[index + 1];
      const fields = { form: form.name, overruns: overruns(form.body), ...errorFields(error) };
      // A channel may take words and no files.
      const withoutFiles = (form.body.files?.length ?? 0) > 0 && httpStatus(error) === 403;
      if ((!isRefusal(error) && !withoutFiles) || !next) {
        log.error(fields, "Discord did not take the answer");
        return;
      }
      log.warn({ ...fields, next: next.name }, "Discord refused this form of the answer: a plainer one follows");
    }
  }
}
