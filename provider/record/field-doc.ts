import type { Field } from "./fields";

/** What the documentation says of a field, in every language and in the reference alike. */
export function fieldDoc({ doc, since, expensive }: Field): string {
  return [
    doc,
    ...(expensive === true ? ["Only where asked for by name, since it costs the array time."] : []),
    ...(since === undefined ? [] : [`Since ONTAP ${since}.`]),
  ].join(" ");
}
