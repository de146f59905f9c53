/**
 * An answer that ONTAP would refuse a request with: HTTP status plus the `error` envelope.
 * Thrown anywhere below a route and turned into a reply in one place.
 */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    /** ONTAP's error code, a string on the wire. */
    readonly code: string,
    message: string,
    /** The one input field to blame, where there is one. */
    readonly target?: string,
  ) {
    super(message);
    this.name = "ApiError";
  }
}
