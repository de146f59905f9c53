import type { ObjectKey, ResourceDefinition, SingleChange } from "../lifecycle/definition";
import type { WireIscsiCredential } from "../rest";
import { CREDENTIAL_EXISTS, NO_SERVICE } from "../rest/codes";
import { DEFAULT_INITIATOR, isEui } from "../schema/initiator";
import { sameAddresses } from "../schema/initiator-address";
import { deepEqual } from "../schema/property-map";
import { list, object, string } from "../spec/property";
import { type InputsOf, resource } from "../spec/resource";
import { commonInputs, commonOutputs, listOptions, probe, svmTitle, undefinedWhere } from "./common-inputs";
import { credentialAccess } from "./credential-access";
import { credentialDeletionNote, defaultRow } from "./credential-deletion-note";
import { credentialImpact, widenedAccess } from "./credential-impact";
import { CREDENTIAL_GONE, deniedRow, removeCredential } from "./credential-removal";
import { credentialNotation, credentialRules } from "./credential-rules";
import { addressListToWire, chapToWire, listOf, observedAddressList, typeOf } from "./credential-wire";
import { locateEui } from "./locate-eui";

const DOCUMENT = "iSCSI credentials document";

type Codes = Readonly<Record<string, string>>;

const chapUser = (direction: "inbound" | "outbound", codes: Readonly<Record<"user" | "password", Codes>>) =>
  ({
    user: string({
      doc: "CHAP user.",
      codes: codes.user,
      source: `chap.${direction}.user, ${DOCUMENT}`,
      field: `chap.${direction}.user`,
      required: "by-rule",
      minLength: 1,
      maxLength: 128,
      expected: "a string of 1 to 128 characters",
      onChange: "A PATCH with the type and both pairs. Not guarded.",
      onDrift: "Shown and repaired.",
    }),
    password: string({
      doc: "CHAP password. A secret in the state, whatever is passed. Many initiators take 12 to 16 bytes only.",
      usualBytes: { least: 12, most: 16 },
      source: `chap.${direction}.password, ${DOCUMENT}`,
      codes: { ...codes.password, "5374145": "0x is not followed by an even number of hexadecimal digits" },
      secret: true,
      required: "of-programs",
      minLength: 1,
      maxLength: 512,
      expected: "a string of 1 to 512 characters, or 0x and an even number of hexadecimal digits",
      onChange: "A PATCH with the type and both pairs. Not guarded.",
      onDrift: "ONTAP never shows it, so a change behind Pulumi's back cannot be seen.",
    }),
  }) as const;

const address = (doc: string) => string({ doc, expected: "an IPv4 or IPv6 address", required: true });

/** What a credential has besides the initiator that it is for. */
export const credentialRow = {
  authenticationType: string({
    doc: "`chap` asks for a user and a password, `none` for nothing, `deny` refuses every login. In any case.",
    source: `authentication_type, ${DOCUMENT}`,
    field: "authentication_type",
    required: true,
    values: ["chap", "none", "deny"],
    expected: 'one of "chap", "none" and "deny"',
    onChange: "A PATCH. Becoming `deny`, or `chap` from `none`, is guarded; widening access warns.",
    onDrift: "Shown and repaired.",
  }),
  chap: object({
    typeName: "Chap",
    doc: 'CHAP users and passwords; with `authenticationType: "chap"` only.',
    expected: "an object with inbound and, for mutual CHAP, outbound",
    codes: { "5374900": "given with `none` or `deny`" },
    properties: {
      inbound: object({
        typeName: "ChapUser",
        doc: "What the initiator presents, and ONTAP checks (`node.session.auth.username` of open-iscsi).",
        typeDoc: "A CHAP user and password.",
        expected: "an object with user and password",
        required: "by-rule",
        properties: chapUser("inbound", {
          user: { "5374149": "missing with `chap`" },
          password: { "5374149": "missing with `chap`" },
        }),
      }),
      outbound: object({
        typeName: "ChapUser",
        doc: "What ONTAP presents, and the initiator checks (mutual CHAP; `username_in` of open-iscsi).",
        typeDoc: "A CHAP user and password.",
        codes: { "5374147": "the outbound password is the inbound one" },
        expected: "an object with user and password",
        whenOmitted: "none; managed, so that a pair on the array is drift and is removed.",
        properties: chapUser("outbound", { user: {}, password: { "5374150": "missing in an outbound pair" } }),
      }),
    },
  }),
  initiatorAddress: object({
    typeName: "InitiatorAddress",
    doc: "Addresses from which the initiator may connect: any of the ranges or networks. Not for `default`. A list without addresses is refused, so that a computed one never opens the row.",
    source: `initiator_address, ${DOCUMENT}`,
    field: "initiator_address",
    codes: { "5374155": "a list for `default`" },
    expected: "an object with ranges and masks",
    whenOmitted: "any address; managed, so that a list on the array is drift and is removed.",
    onChange: "The whole list is sent. Narrowing is guarded, widening warns.",
    onDrift: "Shown as a list and repaired; other notations of the same addresses are the same.",
    properties: {
      ranges: list({
        doc: "From `start` to `end`, both included, of one family.",
        codes: { "5374855": "`start` exceeds `end`", "5374856": "`start` and `end` are of two address families" },
        expected: "a list of ranges, each with start and end",
        items: object({
          typeName: "AddressRange",
          doc: "A range of addresses.",
          expected: "an object with start and end",
          properties: { start: address("First address."), end: address("Last address.") },
        }),
      }),
      masks: list({
        doc: "Networks.",
        expected: "a list of networks, each with address and netmask",
        items: object({
          typeName: "AddressMask",
          doc: "A network.",
          expected: "an object with address and netmask",
          properties: {
            address: address("An address of the network."),
            netmask: string({
              doc: "How much of the address is the network.",
              expected: "a prefix length (IPv4 0 to 32, IPv6 1 to 127) or a dotted IPv4 mask",
              orInteger: true,
              whenOmitted: "64 for an IPv6 network; an IPv4 network needs one.",
            }),
          },
        }),
      }),
    },
  }),
} as const;

const inputs = {
  ...commonInputs,
  initiator: string({
    doc: "Initiator name: an IQN (`iqn.1998-01.com.example:host1`), an EUI (`eui.0123456789abcdef`, in any case), or `default` for the row of all initiators without one of their own, which ONTAP makes itself.",
    source: `initiator, ${DOCUMENT}`,
    field: "initiator",
    required: true,
    replaces: true,
    expected: 'an IQN, an EUI or "default"',
    codes: {
      "5373969": "nothing follows the prefix or the date of an IQN",
      "5373970": "the prefix of an IQN is not `iqn`",
      "5373971": "the date of an IQN is not `yyyy-mm`",
      "5373972": "an IQN holds other characters than a-z (lower case), 0-9, `.`, `:` and `-`",
      "5373977": "the identifier of an EUI is not 16 hexadecimal digits",
      "5373978": "an EUI of another form",
      "5373997": "neither an IQN nor an EUI",
    },
    onChange: "Another replaces (guarded); an EUI in another case is the same.",
  }),
  ...credentialRow,
  onRemove: string({
    doc: "What removing the resource leaves on the array: `delete`, nothing; `deny`, a row that refuses every login (guarded). Not for `default`, and not in a replacement of the same row.",
    values: ["delete", "deny"],
    expected: '"delete" or "deny"',
    whenOmitted: "`delete`.",
    onChange: "Recorded, without a request; it counts for a removal once an `up` has recorded it.",
  }),
} as const;

/** Arguments of an iSCSI credential, checked and normalized. */
export type IscsiCredentialsInputs = InputsOf<typeof inputs>;

/** The credential by which an initiator logs in to an SVM. Source: the iSCSI credentials document. */
export const iscsiCredentials: ResourceDefinition<IscsiCredentialsInputs, WireIscsiCredential> = resource(inputs, {
  type: "IscsiCredentials",
  noun: "iSCSI credential",
  namedBy: { property: "initiator", example: "default" },
  doc: "The credential by which an initiator logs in to an SVM. Its id is `<SVM's UUID>/<initiator>`.",
  deletion:
    "Guarded: from then on the `default` row decides about the initiator. `default` itself cannot be deleted: it goes back to `none` only if it was `none` when it was adopted.",
  example: `new IscsiCredentials("host1", {
  svm: service.svm,
  initiator: "iqn.1998-01.com.example:host1",
  authenticationType: "chap",
  chap: { inbound: { user: "host1", password: config.requireSecret("host1") } },
});`,
  outputs: commonOutputs,
  gone: CREDENTIAL_GONE,
  exists: CREDENTIAL_EXISTS,
  needs: {
    missing: NO_SERVICE,
    noun: "iSCSI service",
    advice: "Create the service first; where the same program does that, pass svm: service.svm.",
  },

  rules: credentialRules,
  notation: credentialNotation,
  title: ({ svm, initiator }) => `the iSCSI credential of ${initiator} on ${svmTitle(svm)}`,

  observed(wire, recorded) {
    const authenticationType = typeOf(wire.authentication_type ?? recorded?.authenticationType);
    return {
      authenticationType,
      chap: observedChap(wire, authenticationType, recorded),
      initiatorAddress: observedAddressList(wire, recorded?.initiatorAddress),
    };
  },

  probe,
  get: (ontap, { svmUuid, name: initiator = "" }) =>
    ontap.iscsiCredentials.get(svmUuid, initiator, { fields: iscsiCredentials.fields }),
  list: (ontap, extent) => ontap.iscsiCredentials.list({ ...listOptions(extent), fields: iscsiCredentials.fields }),
  async locate(ontap, { svm, svm: { uuid, name }, initiator }) {
    if (isEui(initiator)) {
      return locateEui(ontap, svm, initiator, iscsiCredentials.fields);
    }
    if (uuid === undefined) {
      return ontap.iscsiCredentials.find({
        query: { "svm.name": name ?? "", initiator },
        fields: iscsiCredentials.fields,
      });
    }
    return ontap.iscsiCredentials
      .get(uuid, initiator, { fields: iscsiCredentials.fields })
      .catch(undefinedWhere(...CREDENTIAL_GONE));
  },

  create: (ontap, want) =>
    ontap.iscsiCredentials.create({
      svm: want.svm,
      initiator: want.initiator,
      authentication_type: want.authenticationType,
      ...(want.chap === undefined ? {} : { chap: chapToWire(want.chap) }),
      ...(want.initiatorAddress === undefined ? {} : { initiator_address: addressListToWire(want.initiatorAddress) }),
    }),
  posted: (inputs) => inputs,
  changes(key, have, want) {
    const login = !deepEqual([have.authenticationType, have.chap], [want.authenticationType, want.chap]);
    const list = !deepEqual(have.initiatorAddress, want.initiatorAddress);
    return login || list ? [change(key, have, want, login, list)] : [];
  },
  remove: removeCredential,

  // Every initiator without a row of its own is judged by the default row, so it must not change while rows go.
  isExclusive: ({ initiator }) => initiator === DEFAULT_INITIATOR,
  builtIn: {
    name: DEFAULT_INITIATOR,
    is: ({ initiator }) => initiator === DEFAULT_INITIATOR,
    isPristine: ({ initiator, authenticationType }) => initiator === DEFAULT_INITIATOR && authenticationType === "none",
    describe: ({ authenticationType }) => authenticationType,
  },
  sessionImpact: (key, have, want, planned) => credentialImpact(key, have, want, planned(iscsiCredentials)),
  access: credentialAccess,
  widensAccess: widenedAccess,
  leaves: deniedRow,
  deletionNote: credentialDeletionNote,
  standIn: defaultRow,
});

/** One PATCH. Any CHAP change resends the type and both pairs, which ONTAP requires; an address list goes whole. */
function change(
  { svmUuid, name: initiator = "" }: ObjectKey,
  have: IscsiCredentialsInputs,
  want: IscsiCredentialsInputs,
  login: boolean,
  list: boolean,
): SingleChange<IscsiCredentialsInputs, WireIscsiCredential> {
  // Behind none and deny ONTAP may keep a pair that it does not show, and would revive it.
  const clearsOutbound = have.authenticationType !== "chap" || have.chap?.outbound !== undefined;
  const chap = want.chap === undefined ? {} : { chap: chapToWire(want.chap, clearsOutbound) };
  return {
    what: "change the authentication",
    send: (ontap) =>
      ontap.iscsiCredentials.update(svmUuid, initiator, {
        ...(login ? { authentication_type: want.authenticationType, ...chap } : {}),
        ...(list ? { initiator_address: addressListToWire(want.initiatorAddress) } : {}),
      }),
    after: want,
    wasApplied: (wire) =>
      (!login || (want.chap === undefined && wire.authentication_type?.toLowerCase() === want.authenticationType)) &&
      (!list || sameAddresses(listOf(wire), want.initiatorAddress)),
  };
}

/**
 * Users as ONTAP shows them, passwords as recorded. ONTAP shows no users for `none` and `deny`; where the type alone
 * was changed behind our back, the recorded users stay, so that the type is the difference that is seen.
 */
function observedChap(
  wire: WireIscsiCredential,
  type: IscsiCredentialsInputs["authenticationType"],
  recorded: IscsiCredentialsInputs | undefined,
): IscsiCredentialsInputs["chap"] {
  const user = wire.chap?.inbound?.user;
  if (type !== "chap" || !user) {
    return recorded?.chap;
  }
  const outbound = wire.chap?.outbound?.user;
  return {
    inbound: { ...recorded?.chap?.inbound, user },
    ...(outbound ? { outbound: { ...recorded?.chap?.outbound, user: outbound } } : {}),
  };
}
