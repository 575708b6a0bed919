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

export type Form = "card" | "card without pictures" | "plain" | "line";

const cardsOf = async (rendered: Rendered, log: Log): Promise<{ name: Form; body: Outgoing }[]> =>
  (await illustrated(rendered, log)).map((body, index) => ({ name: index ? "card without pictures" : "card", body }));

/**
 * Sends the card; refused, the card without its pictures, the plain page; refused, one line. Each step down is logged with
 * Discord's code. Gives the form that was taken, or null.
 */
export async function deliver(rendered: Rendered, target: Target, log: Log): Promise<Form | null> {
  const plainly = target.alreadyV2 ? textDisplayMessage : contentMessage;
  const forms: { name: Form; body: Outgoing }[] = [
    ...(await cardsOf(rendered, log)),
    { name: "plain", body: plainly(rendered.plain) },
    { name: "line", body: plainly(rendered.line) },
  ];
  for (const [index, form] of forms.entries()) {
    try {
      await target.send(form.body);
      return form.name;
    } catch (error) {
      const next = forms[index + 1];
      const fields = { form: form.name, overruns: overruns(form.body), ...errorFields(error) };
      // A channel may take words and no files.
      const withoutFiles = (form.body.files?.length ?? 0) > 0 && httpStatus(error) === 403;
      if ((!isRefusal(error) && !withoutFiles) || !next) {
        log.error(fields, "Discord did not take the answer");
        return null;
      }
      log.warn({ ...fields, next: next.name }, "Discord refused this form of the answer: a plainer one follows");
    }
  }
  return null;
}

/** Puts a card in the place of one that is shown, in the same form. Where Discord does not take it, that one stays. */
export async function revise(
  rendered: Rendered,
  form: Form | null,
  edit: (body: Outgoing) => Promise<void>,
  log: Log,
): Promise<void> {
  const same = (await cardsOf(rendered, log)).find(({ name }) => name === form);
  if (!same) return;
  try {
    await edit(same.body);
  } catch (error) {
    log.warn({ form, ...errorFields(error) }, "Discord did not take a wording: the plain answer stays");
  }
}
