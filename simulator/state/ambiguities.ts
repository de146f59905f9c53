import { InputError } from "../input/reader";
import type { WireRecord } from "../wire/json";

/**
 * What the documents leave open, each with the values it can take; the first is the default.
 * docs/simulator.md says what each one decides.
 */
export const ambiguityChoices = {
  credentialsGoWithService: [true, false],
  missingCredentialGet: ["4", "5374895"],
  secretsGoWithType: [true, false],
  outboundKeptOnPatch: [true, false],
  clearOutboundAlone: [false, true],
  emptyOutboundUser: ["clear", "refuseBefore911"],
  oneListReplacesBoth: [true, false],
  bothAddressFlags: ["refuse", "add", "remove"],
  removeAbsentAddress: ["ignore", "refuse"],
  emptyListOnDefault: ["refuse", "accept"],
  familyInBody: ["ignore", "refuse"],
  ipv4NetmaskDefault: ["32", "24"],
  addressText: ["asSent", "canonical"],
  maskHostBits: ["keep", "zero"],
  rangeMerging: [false, true],
  upperCaseInitiator: ["refuse", "fold"],
  postEmptyAlias: ["clear", "default", "refuse"],
  readOnlyInPatch: ["262196", "262203"],
  loginUnknownTarget: ["0203", "0201", "close"],
  loginServiceDown: ["0203", "0301", "close"],
  loginDenied: ["0202", "0201", "0203", "close"],
  loginAddressNotListed: ["0202", "0201", "0203", "close"],
  loginAddressChecked: ["firstPdu", "afterChap"],
  loginChapRefused: ["0201", "0202", "close"],
  loginChapNotOffered: ["0201", "reject"],
  loginOneWayToMutual: ["accept", "refuse"],
  loginDiscovery: ["open", "byRow"],
  loginReinstates: ["firstPdu", "fullFeature"],
  auditSecrets: ["kept", "masked"],
  missingRight: ["6", "6691623"],
  clusterForSvmUser: ["refuse", "answer"],
  otherSvmForSvmUser: ["2621462", "2621706", "6"],
  loginWithBoth: ["header", "certificate"],
} as const;

type Choices = typeof ambiguityChoices;

/** One value for each open question. */
export type Ambiguities = { readonly [Name in keyof Choices]: Choices[Name][number] };

/** Every open question answered by its most plausible value. */
export const defaultAmbiguities: Ambiguities = {
  credentialsGoWithService: true,
  missingCredentialGet: "4",
  secretsGoWithType: true,
  outboundKeptOnPatch: true,
  clearOutboundAlone: false,
  emptyOutboundUser: "clear",
  oneListReplacesBoth: true,
  bothAddressFlags: "refuse",
  removeAbsentAddress: "ignore",
  emptyListOnDefault: "refuse",
  familyInBody: "ignore",
  ipv4NetmaskDefault: "32",
  addressText: "asSent",
  maskHostBits: "keep",
  rangeMerging: false,
  upperCaseInitiator: "refuse",
  postEmptyAlias: "clear",
  readOnlyInPatch: "262196",
  loginUnknownTarget: "0203",
  loginServiceDown: "0203",
  loginDenied: "0202",
  loginAddressNotListed: "0202",
  loginAddressChecked: "firstPdu",
  loginChapRefused: "0201",
  loginChapNotOffered: "0201",
  loginOneWayToMutual: "accept",
  loginDiscovery: "open",
  loginReinstates: "firstPdu",
  auditSecrets: "kept",
  missingRight: "6",
  clusterForSvmUser: "refuse",
  otherSvmForSvmUser: "2621462",
  loginWithBoth: "header",
};

/**
 * The switches with the given ones set.
 *
 * @throws InputError for a value that the switch does not take.
 */
export function switchAmbiguities(current: Ambiguities, given: WireRecord): Ambiguities {
  const changed: Record<string, string | boolean> = {};
  for (const [name, choices] of Object.entries(ambiguityChoices)) {
    const value = given[name];
    if (value === undefined) {
      continue;
    }
    const choice = choices.find((candidate) => candidate === value);
    if (choice === undefined) {
      const allowed = choices.map((each) => JSON.stringify(each)).join(", ");
      throw new InputError(`unknowns.${name} must be one of ${allowed}`);
    }
    changed[name] = choice;
  }
  return { ...current, ...changed };
}
