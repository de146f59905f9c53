import type { RefusalCause } from "../rules/admission";
import type { Ambiguities } from "../state/ambiguities";

/** Status class and detail of a Login Response that refuses, in hexadecimal. Source: RFC 7143, 11.13.5. */
export type RefusalStatus = "0200" | "0201" | "0202" | "0203" | "0205" | "0206" | "0207" | "020a" | "0301";

/** The status by which an initiator is turned away, which ONTAP's documents leave open; `close` sends no response. */
export function refusalStatus(cause: RefusalCause, ambiguities: Ambiguities): RefusalStatus | "close" {
  switch (cause) {
    case "target":
      return ambiguities.loginUnknownTarget;
    case "service":
      return ambiguities.loginServiceDown;
    case "row":
      return ambiguities.loginDenied;
    case "address":
      return ambiguities.loginAddressNotListed;
    case "authentication":
      return ambiguities.loginChapRefused;
  }
}
