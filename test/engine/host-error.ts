import type { ServiceError } from "@grpc/grpc-js";
import { ErrorResourceInitFailed } from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { type Bag, fromStruct } from "./bag";

/** How a resource that exists but failed to initialise is reported. */
export interface InitFailure {
  id: string;
  properties: Bag;
  reasons: string[];
}

/** A call that the dynamic host answered with a gRPC status. */
export class HostError extends Error {
  override readonly name = "HostError";
  /** The gRPC status code; 2 (UNKNOWN) for whatever a provider throws. */
  readonly code: number;
  /** Set where the provider says that the object was made all the same. */
  readonly initFailure: InitFailure | undefined;

  constructor(cause: ServiceError) {
    super(cause.details, { cause });
    this.code = cause.code;
    this.initFailure = initFailureOf(cause);
  }
}

function initFailureOf({ metadata }: ServiceError): InitFailure | undefined {
  const [packed] = metadata.get("grpc-status-details-bin");
  if (!(packed instanceof Uint8Array)) {
    return undefined;
  }
  const [detail] = Status.deserializeBinary(packed).getDetailsList();
  if (!detail) {
    return undefined;
  }
  const failed = ErrorResourceInitFailed.deserializeBinary(detail.getValue_asU8());
  return { id: failed.getId(), properties: fromStruct(failed.getProperties()), reasons: failed.getReasonsList() };
}
