import type { Change, ObjectKey, Removal, ResourceDefinition } from "../lifecycle/definition";
import { verifiedWrite } from "../lifecycle/verified-write";
import type { OntapClient, WireIscsiCredential } from "../rest";
import { CREDENTIAL_EXISTS, NO_CREDENTIAL, NO_ENTRY, NO_SERVICE } from "../rest/codes";
import { DEFAULT_INITIATOR, isEui } from "../schema/initiator";
import { sameAddresses } from "../schema/initiator-address";
import {
  type IscsiCredentialsInputs,
  iscsiCredentialsFailures,
  normalisedIscsiCredentials,
} from "../schema/iscsi-credentials";
import { deepEqual, type PropertyMap, textAt } from "../schema/property-map";
import { svmOf } from "../schema/svm";
import { commonInputs, listOptions, svmTitle, undefinedWhere } from "./common-inputs";
import { accessWidenedByDeletion, credentialImpact, widenedAccess } from "./credential-impact";
import {
  addressListOf,
  addressListToWire,
  chapOf,
  chapToWire,
  listOf,
  observedAddressList,
  typeOf,
} from "./credential-wire";
import { locateEui } from "./locate-eui";
import { initiatorKey } from "./object-id";

const FIELDS = ["authentication_type", "chap.inbound.user", "chap.outbound.user", "initiator_address"] as const;
const NOUN = "iSCSI credential";
const GONE = [NO_CREDENTIAL, NO_SERVICE, NO_ENTRY] as const;

/**
 * The credential by which an initiator logs in to an SVM, identified by the SVM's UUID and the initiator's name.
 * Source: the iSCSI credentials document.
 */
export const iscsiCredentials: ResourceDefinition<IscsiCredentialsInputs, WireIscsiCredential> = {
  type: "IscsiCredentials",
  noun: NOUN,
  replacedBy: ["svm", "initiator", "cluster"],
  gone: GONE,
  exists: CREDENTIAL_EXISTS,
  isPrerequisite: false,
  needs: {
    missing: NO_SERVICE,
    noun: "iSCSI service",
    advice: "Create the service first; where the same program does that, pass svm: service.svm.",
  },

  failures: iscsiCredentialsFailures,
  normalised: normalisedIscsiCredentials,
  inputs(properties: PropertyMap): IscsiCredentialsInputs {
    const [chap, list] = [chapOf(properties), addressListOf(properties)];
    return {
      ...commonInputs(properties),
      svm: svmOf(properties),
      initiator: textAt(properties, "initiator") ?? "",
      authenticationType: typeOf(textAt(properties, "authenticationType")),
      ...(chap === undefined ? {} : { chap }),
      ...(list === undefined ? {} : { initiatorAddress: list }),
    };
  },
  title: ({ svm, initiator }) => `the iSCSI credential of ${initiator} on ${svmTitle(svm)}`,

  id: ({ svmUuid, initiator = "" }) => `${svmUuid}/${initiator}`,
  key: (id) => initiatorKey(NOUN, id),
  keyOf: ({ svm, initiator }) => ({ svmUuid: svm.uuid, initiator }),
  keyOn: (svmUuid, { initiator }) => ({ svmUuid, initiator }),
  computed: ({ svm }) => ({ svmName: svm.name, svmUuid: svm.uuid }),
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

  get: (ontap, { svmUuid, initiator = "" }) => ontap.iscsiCredentials.get(svmUuid, initiator, { fields: FIELDS }),
  list: (ontap, extent) => ontap.iscsiCredentials.list({ ...listOptions(extent), fields: FIELDS }),
  async locate(ontap, { svm, svm: { uuid, name }, initiator }) {
    if (isEui(initiator)) {
      return locateEui(ontap, svm, initiator, FIELDS);
    }
    if (uuid === undefined) {
      return ontap.iscsiCredentials.find({ query: { "svm.name": name ?? "", initiator }, fields: FIELDS });
    }
    return ontap.iscsiCredentials.get(uuid, initiator, { fields: FIELDS }).catch(undefinedWhere(...GONE));
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
  exclusive: ({ initiator }) => initiator === DEFAULT_INITIATOR,
  isBuiltIn: ({ initiator }) => initiator === DEFAULT_INITIATOR,
  isPristine: ({ initiator, authenticationType }) => initiator === DEFAULT_INITIATOR && authenticationType === "none",
  adoptedFrom: ({ initiator, authenticationType }) =>
    initiator === DEFAULT_INITIATOR ? authenticationType : undefined,
  withoutSecrets({ chap, ...rest }) {
    return chap === undefined
      ? rest
      : {
          ...rest,
          chap: {
            inbound: { user: chap.inbound.user },
            ...(chap.outbound === undefined ? {} : { outbound: { user: chap.outbound.user } }),
          },
        };
  },
  sessionImpact: credentialImpact,
  widensAccess: widenedAccess,
  deletionWidensAccess: accessWidenedByDeletion,
};

/** One PATCH. Any CHAP change resends the type and both pairs, which ONTAP requires; an address list goes whole. */
function change(
  { svmUuid, initiator = "" }: ObjectKey,
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

/** ONTAP keeps the `default` row: it goes back to `none` only if it was `none` when it was taken over. */
async function removeCredential(
  ontap: OntapClient,
  { svmUuid, initiator = "" }: ObjectKey,
  have: IscsiCredentialsInputs,
  { adoptedFrom, goesWithAnother, guard, warn }: Removal<IscsiCredentialsInputs>,
): Promise<void> {
  const get = () => ontap.iscsiCredentials.get(svmUuid, initiator, { fields: ["authentication_type"] });
  if (initiator !== DEFAULT_INITIATOR) {
    await guard(have);
    return verifiedWrite(
      () => ontap.iscsiCredentials.delete(svmUuid, initiator),
      // Where it is gone this GET says so by its code, which is treated as deleted.
      () => get().then(() => false),
      GONE,
    );
  }
  if (goesWithAnother) {
    // ONTAP deletes the row with the service; opening it for the time until then would let everybody in.
    return;
  }
  if (adoptedFrom !== "none") {
    warn(
      `it cannot be deleted and stays as it is (${have.authenticationType}), since it was ${adoptedFrom ?? "there"} before`,
    );
    return;
  }
  const { authentication_type: type } = await get();
  if (type !== "none") {
    await verifiedWrite(
      () => ontap.iscsiCredentials.update(svmUuid, initiator, { authentication_type: "none" }),
      async () => (await get()).authentication_type === "none",
      GONE,
    );
  }
}
