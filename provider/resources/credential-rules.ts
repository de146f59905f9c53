import { chapFailures } from "../schema/chap";
import { type Failure, refused } from "../schema/failure";
import { DEFAULT_INITIATOR, initiatorFault, sameInitiator } from "../schema/initiator";
import {
  type InitiatorAddress,
  initiatorAddressFailures,
  normalisedInitiatorAddress,
  sameAddresses,
} from "../schema/initiator-address";
import { asObject, compact, deepEqual, type PropertyMap, textAt } from "../schema/property-map";
import { svmFailures } from "../schema/svm";
import { hasUnknown, isUnknown } from "../schema/unknown";

/**
 * What is wrong with the arguments of a credential beyond what is declared of each. `recorded` are the inputs of the last run, if any: a name or
 * a list that stands there is on the array already, whatever rule it breaks (a row made by other means, and imported),
 * and is not judged again.
 */
export function credentialRules(news: PropertyMap, recorded: PropertyMap): readonly Failure[] {
  const renamed = !namesSame(news.initiator, recorded.initiator);
  const relisted = !deepEqual(news.initiatorAddress, recorded.initiatorAddress);
  return [
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
 * The notation in which equal arguments are kept: canonical addresses and prefix lengths. An initiator that is the
 * recorded one, and an address list that admits what the recorded one admits, keep the recorded notation.
 */
export function credentialNotation(compacted: PropertyMap, news: PropertyMap, recorded: PropertyMap): PropertyMap {
  const list = compact({ list: normalisedInitiatorAddress(compacted.initiatorAddress) }).list;
  return {
    ...(namesSame(compacted.initiator, recorded.initiator) ? { initiator: recorded.initiator } : {}),
    ...(list === undefined ? {} : { initiatorAddress: inRecordedNotation(list, news, recorded) }),
  };
}

function inRecordedNotation(
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
