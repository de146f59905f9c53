import type { Pairs } from "./text-keys";

type Answer = (offer: string) => string;

const oneOf =
  (known: string): Answer =>
  (offer) =>
    offer.split(",").includes(known) ? known : "Reject";
const fixed =
  (value: "Yes" | "No"): Answer =>
  (offer) =>
    offer === "Yes" || offer === "No" ? value : "Reject";
const number =
  (choose: (offer: number) => number): Answer =>
  (offer) =>
    /^(\d{1,8}|0x[0-9a-f]{1,6})$/i.test(offer) ? String(choose(Number(offer))) : "Reject";
const atMost = (most: number) => number((offer) => Math.min(offer, most));
const atLeast = (least: number) => number((offer) => Math.max(offer, least));

/** What is answered to an offer, by key: one connection, no digests, no recovery. Source: RFC 7143, 13. */
const answers: ReadonlyMap<string, Answer> = new Map([
  ["HeaderDigest", oneOf("None")],
  ["DataDigest", oneOf("None")],
  ["MaxConnections", atMost(1)],
  ["InitialR2T", fixed("Yes")],
  ["ImmediateData", fixed("No")],
  ["MaxBurstLength", atMost(262_144)],
  ["FirstBurstLength", atMost(65_536)],
  ["DefaultTime2Wait", atLeast(2)],
  ["DefaultTime2Retain", atMost(0)],
  ["MaxOutstandingR2T", atMost(1)],
  ["DataPDUInOrder", fixed("Yes")],
  ["DataSequenceInOrder", fixed("Yes")],
  ["ErrorRecoveryLevel", atMost(0)],
  ["IFMarker", fixed("No")],
  ["OFMarker", fixed("No")],
  ["iSCSIProtocolLevel", atMost(1)],
  ["TaskReporting", oneOf("RFC3720")],
]);

/** Keys that are declared, or answered elsewhere. */
const UNANSWERED =
  /^(InitiatorName|InitiatorAlias|TargetName|SessionType|MaxRecvDataSegmentLength|AuthMethod|CHAP_[AINCR])$/;

/** Answers every key of a request that is negotiated; unknown ones with `NotUnderstood`. */
export function answerKeys(keys: ReadonlyMap<string, string>): Pairs {
  return [...keys]
    .filter(([key]) => !UNANSWERED.test(key))
    .map(([key, offer]) => [key, answers.get(key)?.(offer) ?? "NotUnderstood"]);
}
