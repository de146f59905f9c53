import type { Change, ObjectKey, ResourceDefinition } from "../lifecycle/definition";
import type { WireIscsiCredential } from "../rest";
import { CREDENTIAL_EXISTS, NO_SERVICE } from "../rest/codes";
import { DEFAULT_INITIATOR, isEui } from "../schema/initiator";
import { sameAddresses } from "../schema/initiator-address";
import { deepEqual } from "../schema/property-map";
import { list, object, string } from "../spec/property";
import { type InputsOf, resource } from "../spec/resource";
import { commonInputs, commonOutputs, listOptions, probe, svmTitle, undefinedWhere } from "./common-inputs";
import { accessWidenedByDeletion, credentialImpact, widenedAccess } from "./credential-impact";
import { CREDENTIAL_GONE, removeCredential } from "./credential-removal";
import { credentialNotation, credentialRules } from "./credential-rules";
import { addressListToWire, chapToWire, listOf, observedAddressList, typeOf } from "./credential-wire";
import { locateEui } from "./locate-eui";
import { initiatorKey } from "./object-id";

const NOUN = "iSCSI credential";
const DOCUMENT = "iSCSI credentials document";

const chapUser = (direction: "inbound" | "outbound") =>
  ({
    user: string({
      doc: "CHAP user.",
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
      source: `chap.${direction}.password, ${DOCUMENT}`,
      secret: true,
      minLength: 1,
      maxLength: 512,
      expected: "a string of 1 to 512 characters, or 0x and an even number of hexadecimal digits",
      onChange: "A PATCH with the type and both pairs. Not guarded.",
      onDrift: "ONTAP never shows it, so a change behind Pulumi's back cannot be seen.",
    }),
  }) as const;

const address = (doc: string) => string({ doc, expected: "an IPv4 or IPv6 address", required: true });

const inputs = {
  ...commonInputs,
  initiator: string({
    doc: "Initiator name: an IQN (`iqn.1998-01.com.example:host1`), an EUI (`eui.0123456789abcdef`, in any case), or `default` for the row of all initiators without one of their own, which ONTAP makes itself.",
    source: `initiator, ${DOCUMENT}`,
    required: true,
    replaces: true,
    expected: "an initiator name, a string",
  }),
  authenticationType: string({
    doc: "`chap` asks for a user and a password, `none` for nothing, `deny` refuses every login. In any case.",
    source: `authentication_type, ${DOCUMENT}`,
    field: "authentication_type",
    required: true,
    values: ["chap", "none", "deny"],
    expected: 'one of "chap", "none" and "deny"',
    onChange: "A PATCH. Becoming `deny`, or `chap` from `none`, is guarded; loosening warns.",
    onDrift: "Shown and repaired.",
  }),
  chap: object({
    typeName: "Chap",
    doc: 'CHAP users and passwords; with `authenticationType: "chap"` only.',
    expected: "an object with inbound and, for mutual CHAP, outbound",
    properties: {
      inbound: object({
        typeName: "ChapUser",
        doc: "By which ONTAP authenticates the initiator.",
        expected: "an object with user and password",
        required: "by-rule",
        properties: chapUser("inbound"),
      }),
      outbound: object({
        typeName: "ChapUser",
        doc: "By which the initiator authenticates ONTAP (mutual CHAP).",
        expected: "an object with user and password",
        whenOmitted: "None: managed, shown as drift, repaired.",
        properties: chapUser("outbound"),
      }),
    },
  }),
  initiatorAddress: object({
    typeName: "InitiatorAddress",
    doc: "Addresses from which the initiator may connect: any of the ranges or networks. Not for `default`. A list without addresses is refused.",
    source: `initiator_address, ${DOCUMENT}`,
    field: "initiator_address",
    expected: "an object with ranges and masks",
    whenOmitted: "Any address: managed, shown as drift, repaired.",
    onChange: "The whole list is sent. Narrowing is guarded, widening warns.",
    onDrift: "Shown as a list and repaired; other notations of the same addresses are the same.",
    properties: {
      ranges: list({
        doc: "From `start` to `end`, both included, of one family.",
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
              doc: "A prefix length (IPv4 0 to 32, IPv6 1 to 127) or a dotted IPv4 mask.",
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

/** Arguments of an iSCSI credential, checked and normalized. */
export type IscsiCredentialsInputs = InputsOf<typeof inputs>;

/** The credential by which an initiator logs in to an SVM. Source: the iSCSI credentials document. */
export const iscsiCredentials: ResourceDefinition<IscsiCredentialsInputs, WireIscsiCredential> = resource(inputs, {
  type: "IscsiCredentials",
  noun: NOUN,
  doc: "The credential by which an initiator logs in to an SVM. Its id is `<SVM's UUID>/<initiator>`.",
  example: `new IscsiCredentials("host1", {
  svm: service.svm,
  initiator: "iqn.1998-01.com.example:host1",
  authenticationType: "chap",
  chap: { inbound: { user: "host1", password: config.requireSecret("host1") } },
});`,
  outputs: commonOutputs,
  gone: CREDENTIAL_GONE,
  exists: CREDENTIAL_EXISTS,
  isPrerequisite: false,
  needs: {
    missing: NO_SERVICE,
    noun: "iSCSI service",
    advice: "Create the service first; where the same program does that, pass svm: service.svm.",
  },

  rules: credentialRules,
  notation: credentialNotation,
  title: ({ svm, initiator }) => `the iSCSI credential of ${initiator} on ${svmTitle(svm)}`,

  id: ({ svmUuid, name: initiator = "" }) => `${svmUuid}/${initiator}`,
  key: (id) => initiatorKey(NOUN, id),
  keyOf: ({ svm, initiator }) => ({ svmUuid: svm.uuid, name: initiator }),
  keyOn: (svmUuid, { initiator }) => ({ svmUuid, name: initiator }),
  observed(wire, recorded) {
    const {
      chap: _chap,
      initiatorAddress: _list,
      ...rest
    } = recorded ?? {
      svm: { name: wire.svm.name, uuid: wire.svm.uuid },
      initiator: wire.initiator,
    };
    const authenticationType = typeOf(wire.authentication_type ?? recorded?.authenticationType);
    const chap = observedChap(wire, authenticationType, recorded);
    const list = observedAddressList(wire, recorded?.initiatorAddress);
    return {
      ...rest,
      authenticationType,
      ...(chap === undefined ? {} : { chap }),
      ...(list === undefined ? {} : { initiatorAddress: list }),
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
    is: ({ initiator }) => initiator === DEFAULT_INITIATOR,
    isPristine: ({ initiator, authenticationType }) => initiator === DEFAULT_INITIATOR && authenticationType === "none",
    describe: ({ authenticationType }) => authenticationType,
  },
  sessionImpact: credentialImpact,
  widensAccess: widenedAccess,
  deletionWidensAccess: accessWidenedByDeletion,
});

/** One PATCH. Any CHAP change resends the type and both pairs, which ONTAP requires; an address list goes whole. */
function change(
  { svmUuid, name: initiator = "" }: ObjectKey,
  have: IscsiCredentialsInputs,
  want: IscsiCredentialsInputs,
  login: boolean,
  list: boolean,
): Change<IscsiCredentialsInputs, WireIscsiCredential> {
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
