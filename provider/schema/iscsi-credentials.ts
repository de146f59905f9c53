import { chapFailures, chapSchema } from "./chap";
import { type Failure, refused } from "./failure";
import { DEFAULT_INITIATOR, initiatorFault, sameInitiator } from "./initiator";
import {
  type InitiatorAddress,
  initiatorAddressFailures,
  initiatorAddressSchema,
  normalisedInitiatorAddress,
  sameAddresses,
} from "./initiator-address";
import { asObject, compact, deepEqual, type PropertyMap, textAt } from "./property-map";
import { commonProperties, type SvmReference, svmFailures } from "./svm";
import { hasUnknown, isUnknown } from "./unknown";
import { structureCheck } from "./validator";

/** How an initiator authenticates. */
export type AuthenticationType = "chap" | "none" | "deny";

/** A CHAP user. The password is absent only where it was never known, as after an import without one. */
export interface ChapPair {
  readonly user: string;
  readonly password?: string;
}

/** Arguments of an iSCSI credential, checked and normalised. */
export interface IscsiCredentialsInputs {
  readonly svm: SvmReference;
  readonly initiator: string;
  readonly authenticationType: AuthenticationType;
  readonly chap?: { readonly inbound: ChapPair; readonly outbound?: ChapPair };
  readonly initiatorAddress?: InitiatorAddress;
  readonly cluster?: string;
  readonly adopt?: boolean;
  readonly forceDisconnect?: boolean;
}

const structure = structureCheck({
  type: "object",
  properties: {
    ...commonProperties,
    initiator: { type: "string", description: "an initiator name, a string" },
    authenticationType: {
      type: "string",
      pattern: "^([cC][hH][aA][pP]|[nN][oO][nN][eE]|[dD][eE][nN][yY])$",
      description: 'one of "chap", "none" and "deny"',
    },
    chap: chapSchema,
    initiatorAddress: initiatorAddressSchema,
  },
  required: ["initiator", "authenticationType"],
  additionalProperties: false,
});

/**
 * Every failure that can be told without asking the array. `recorded` are the inputs of the last run, if any: a name or
 * a list that stands there is on the array already, whatever rule it breaks (a row made by other means, and imported),
 * and is not judged again.
 */
export function iscsiCredentialsFailures(news: PropertyMap, recorded: PropertyMap): readonly Failure[] {
  const renamed = !namesSame(news.initiator, recorded.initiator);
  const relisted = !deepEqual(news.initiatorAddress, recorded.initiatorAddress);
  return [
    ...structure(news),
    ...svmFailures(news),
    ...(renamed ? initiatorFailures(textAt(news, "initiator")) : []),
    ...chapFailures(news, recorded),
    ...(relisted ? initiatorAddressFailures(news) : []),
    ...(renamed || relisted ? defaultFailures(news) : []),
  ];
}

function namesSame(initiator: unknown, recorded: unknown): boolean {
  return typeof initiator === "string" && typeof recorded === "string" && sameInitiator(initiator, recorded);
}

function initiatorFailures(initiator: string | undefined): readonly Failure[] {
  const fault = initiator === undefined || isUnknown(initiator) ? undefined : initiatorFault(initiator);
  return fault === undefined ? [] : [refused("initiator", fault.reason, fault.ontapCode)];
}

function defaultFailures(news: PropertyMap): readonly Failure[] {
  const list = asObject(compact(news).initiatorAddress);
  return news.initiator === DEFAULT_INITIATOR && list !== undefined
    ? [refused("initiatorAddress.ranges", "the default credential takes no address list", "5374155")]
    : [];
}

/**
 * The one form in which equal arguments are kept: the type in lower case, canonical addresses and prefix lengths,
 * empty objects and lists left out. An initiator that is the recorded one, and an address list that admits what the
 * recorded one admits, keep its spelling.
 */
export function normalisedIscsiCredentials(news: PropertyMap, recorded: PropertyMap): PropertyMap {
  const properties = compact(news);
  const type = properties.authenticationType;
  const list = compact({ list: normalisedInitiatorAddress(properties.initiatorAddress) }).list;
  return {
    ...properties,
    ...(namesSame(properties.initiator, recorded.initiator) ? { initiator: recorded.initiator } : {}),
    ...(typeof type === "string" && !isUnknown(type) ? { authenticationType: type.toLowerCase() } : {}),
    ...(list === undefined ? {} : { initiatorAddress: spelledAsBefore(list, news, recorded) }),
  };
}

function spelledAsBefore(
  list: unknown,
  { initiatorAddress: given }: PropertyMap,
  { initiatorAddress: recorded }: PropertyMap,
): unknown {
  if (deepEqual(given, recorded)) {
    return recorded;
  }
  if (hasUnknown(list) || !isAddressList(list) || !isAddressList(recorded)) {
    return list;
  }
  return sameAddresses(list, recorded) ? recorded : list;
}

function isAddressList(value: unknown): value is InitiatorAddress {
  return asObject(value) !== undefined && initiatorAddressFailures({ initiatorAddress: value }).length === 0;
}
