import type { Access } from "../lifecycle/definition";
import { addressTexts } from "../schema/initiator-address";
import type { IscsiCredentialsInputs } from "./iscsi-credentials";

/** Whom a row lets in: `none, from anywhere`, `chap, from 10.0.0.1-10.0.0.9 or 10.1.0.0/16`, `nobody (deny)`. */
export function credentialAccess({ authenticationType, initiatorAddress }: IscsiCredentialsInputs): Access {
  if (authenticationType === "deny") {
    return { admits: "nobody (deny)", isOpen: false };
  }
  const addresses = addressTexts(initiatorAddress);
  return {
    admits: `${authenticationType}, from ${addresses.length === 0 ? "anywhere" : addresses.join(" or ")}`,
    isOpen: true,
  };
}
