import type { ListExtent, OutputProperty } from "../lifecycle/definition";
import { isApiError, type ListOptions, type OntapClient, query } from "../rest";
import type { SvmReference } from "../schema/svm";
import { boolean, object, string } from "../spec/property";

const svmName = string({
  doc: "Name of the SVM.",
  field: "svm.name",
  expected: "the SVM's name, a string",
  emptyMeansAbsent: true,
});
const svmUuid = string({
  doc: "UUID of the SVM.",
  field: "svm.uuid",
  expected: "the SVM's UUID, a string",
  emptyMeansAbsent: true,
});

/** Arguments that every resource has: where the object lives and how it may be treated. */
export const commonInputs = {
  svm: object({
    typeName: "Svm",
    doc: "The SVM, by name, by UUID or by both, which must then agree (2621706).",
    expected: "an object with name, uuid or both",
    codes: { "2621707": "no SVM is given" },
    required: "by-rule",
    replaces: "another-svm",
    onChange: "Another SVM, not another notation of the same, replaces (guarded); the old object goes first.",
    onDrift: "A renamed SVM is a note; the UUID decides.",
    properties: { name: svmName, uuid: svmUuid },
  }),
  cluster: string({
    doc: "Name of a cluster in `ontap-iscsi:clusters`.",
    expected: "the name of a cluster in ontap-iscsi:clusters (a letter, then letters, digits and hyphens)",
    whenOmitted: "the cluster that `ontap-iscsi:host` names.",
    pattern: "^[A-Za-z][A-Za-z0-9-]*$",
    replaces: "another-cluster",
    onChange: "Another replaces, unless the same SVM is found under the new name.",
  }),
  adopt: boolean({
    doc: "Adopt the object where there is one already, instead of failing.",
    whenOmitted: "false.",
    onChange: "Recorded, without a request.",
  }),
  forceDisconnect: boolean({
    doc: "Go ahead with a change that cuts live sessions, or locks them out at their next login.",
    whenOmitted: "false.",
    onChange: "Recorded, without a request.",
  }),
} as const;

/** What ONTAP adds to every object of an SVM. */
export const commonOutputs = {
  svmName: { doc: "Name of the SVM, as ONTAP has it.", field: "svm.name", nameOf: "SVM" },
  svmUuid: { doc: "UUID of the SVM.", field: "svm.uuid" },
} as const satisfies Record<string, OutputProperty>;

/** How a message names an SVM. */
export function svmTitle({ name, uuid }: SvmReference): string {
  return `SVM ${name ?? uuid ?? "(unknown)"}`;
}

/** An extent as options of a list. */
export function listOptions({ svmNames, svmUuids, onMalformed }: ListExtent): ListOptions {
  return {
    query: {
      ...(svmNames === undefined ? {} : { "svm.name": svmNames }),
      ...(svmUuids === undefined ? {} : { "svm.uuid": query.anyOf(...svmUuids) }),
    },
    onMalformed,
  };
}

/** Which SVMs have a service, without which no credential can be created. */
export async function probe(ontap: OntapClient): Promise<readonly SvmReference[]> {
  const services = await ontap.iscsiServices.list({ fields: ["svm.name", "svm.uuid"], onMalformed: () => undefined });
  return services.map(({ svm }) => svm);
}

/** Turns ONTAP's word that there is no such object into undefined; every other error stays one. */
export function undefinedWhere(...codes: readonly string[]): (error: unknown) => undefined {
  return (error) => {
    if (isApiError(error, ...codes)) {
      return undefined;
    }
    throw error;
  };
}
