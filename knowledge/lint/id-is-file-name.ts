import { folders } from "../schema.ts";
import type { Rule } from "./rule.ts";

export const idIsFileName: Rule = {
  name: "id-is-file-name",
  holds: "A record's id is the name of its file.",
  check(_knowledge, report, files) {
    for (const { file, text } of files.values()) {
      const [folder, name] = file.split("/");
      if (!name || !folder || !(folder in folders)) continue;
      const id = /^id:\s*"?([^"\s]+)/m.exec(text)?.[1];
      if (id && `${id}.yaml` !== name)
        report(file, ["id"], `write “id: ${name.replace(".yaml", "")}” or rename the file to ${id}.yaml`);
    }
  },
};
