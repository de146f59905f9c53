import { object, text } from "../record/fields";
import type { WireOf } from "../record/types";

/** The SVM that an object belongs to. ONTAP always answers both of its names; a request gives either. */
export const svmReference = {
  fields: {
    name: text({
      doc: "Name of the SVM; it can be changed on the array.",
      always: true,
      write: { post: "optional" },
    }),
    uuid: text({ doc: "UUID of the SVM, for as long as it exists.", always: true, write: { post: "optional" } }),
  },
} as const;

/** The field `svm` of an object that POST creates for an SVM. */
export const ownerSvm = object({
  ...svmReference,
  doc: "The SVM that it belongs to.",
  always: true,
  write: { post: "required" },
});

/** Reference to an SVM. */
export type WireSvm = WireOf<typeof svmReference.fields>;
