/** What was sent last when a login ended: names and methods, the algorithm, or the proof of the password. */
export type Phase = "greeting" | "algorithm" | "proof";

/** How a target that was asked to prove itself did. */
export type OutboundProof = "right" | "wrong" | "other user" | "missing";

/** What a login came to. None of them is a session. */
export type Seen =
  /** The target agreed to leave the security negotiation; `outbound` is undefined where it was not asked to prove itself. */
  | { readonly kind: "accepted"; readonly outbound: OutboundProof | undefined }
  /** The target asks for no password. */
  | { readonly kind: "open" }
  /** Refused, with status class and detail as four hexadecimal digits, such as `0201`. */
  | { readonly kind: "rejected"; readonly phase: Phase; readonly status: string }
  /** Sent elsewhere, which is never followed. */
  | { readonly kind: "redirected"; readonly phase: Phase }
  /** iSCSI, but nothing of the above. */
  | { readonly kind: "unexpected"; readonly phase: Phase; readonly what: string }
  /** No response in time, the connection was closed, or what came is not iSCSI. */
  | { readonly kind: "silent" | "closed" | "foreign"; readonly phase: Phase }
  /** No connection came about, so that nothing was sent. */
  | { readonly kind: "unreachable"; readonly reason: string };
