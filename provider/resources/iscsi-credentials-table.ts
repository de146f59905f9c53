import type { ResourceDefinition } from "../lifecycle/definition";
import { table } from "../lifecycle/table/table";
import type { TableWire } from "../lifecycle/table/table-wire";
import type { WireIscsiCredential } from "../rest";
import { svmFailures } from "../schema/svm";
import { boolean, map, object, string } from "../spec/property";
import { type InputsOf, resource } from "../spec/resource";
import { commonInputs, commonOutputs, svmTitle } from "./common-inputs";
import { credentialRules } from "./credential-rules";
import { credentialRow, iscsiCredentials } from "./iscsi-credentials";

const inputs = {
  ...commonInputs,
  adopt: boolean({
    doc: "Adopt rows that exist already, instead of failing.",
    whenOmitted: "false.",
    onChange: "Recorded, without a request.",
  }),
  forceDisconnect: boolean({
    orNames: true,
    doc: "Go ahead with changes that cut live sessions, or lock them out at their next login: `true` for all rows, or a list of initiators.",
    whenOmitted: "false.",
    onChange: "Recorded, without a request.",
  }),
  credentials: map({
    names: "initiator",
    doc: "The rows by initiator: an IQN, an EUI or `default`. At most 20,000.",
    expected: "an object that maps initiators to credentials",
    required: true,
    onChange: "A request for each row that changes, 8 at a time. Guarded as a single credential is.",
    onDrift: "Shown and repaired by row.",
    items: object({
      typeName: "IscsiCredentialsRow",
      doc: "The credential of one initiator.",
      expected: "an object with authenticationType, and what goes with it",
      properties: credentialRow,
    }),
  }),
  unlisted: string({
    doc: "What becomes of rows on the SVM that the table lacks: `keep`, nothing; `remove`, they are drift, and go. Never of `default`. A create that meets such rows fails and lists them, unless `adopt` is true.",
    values: ["keep", "remove"],
    expected: '"keep" or "remove"',
    whenOmitted: "`keep`.",
    onChange: "Recorded, without a request; the next refresh shows what is to go.",
  }),
  onRemove: string({
    doc: "What is left on the array of a row that the table loses: `delete`, nothing; `deny`, a row that refuses every login (guarded). Not for `default`.",
    values: ["delete", "deny"],
    expected: '"delete" or "deny"',
    whenOmitted: "`delete`.",
    onChange: "Recorded, without a request.",
  }),
} as const;

/** Arguments of a table of iSCSI credentials, checked and normalized. */
export type IscsiCredentialsTableInputs = InputsOf<typeof inputs>;

/** The credentials by which initiators log in to one SVM, as one resource. Source: the iSCSI credentials document. */
export const iscsiCredentialsTable: ResourceDefinition<
  IscsiCredentialsTableInputs,
  TableWire<WireIscsiCredential>
> = table({
  type: "IscsiCredentialsTable",
  noun: "table of iSCSI credentials",
  doc: "The credentials by which initiators log in to one SVM, as one resource: for thousands of hosts. One per SVM and stack; its id is the SVM's UUID. A row is what an `IscsiCredentials` is, and may not be in both.",
  deletion:
    "Every row goes as a single credential does, guarded all together. `default` goes back to `none` only if it was `none` when it was adopted.",
  example: `new IscsiCredentialsTable("svm1", {
  svm: service.svm,
  credentials: {
    "iqn.1998-01.com.example:host1": {
      authenticationType: "chap",
      chap: { inbound: { user: "host1", password: config.requireSecret("host1") } },
    },
    "iqn.1998-01.com.example:host2": { authenticationType: "none" },
  },
});`,
  outputs: commonOutputs,
  row: iscsiCredentials,
  rowRules: credentialRules,
  property: "credentials",
  rowProperties: credentialRow,
  rules: svmFailures,
  title: ({ svm }) => `the iSCSI credentials of ${svmTitle(svm)}`,
  rowsIn: ({ credentials }) => credentials,
  removalNote: (_have, left) =>
    left === undefined
      ? "the SVM's `default` row decides about these initiators from now on"
      : "its rows stay on the array and deny every login (onRemove); no stack owns them any more",
  resource: (declaration) => resource(inputs, declaration),
});
