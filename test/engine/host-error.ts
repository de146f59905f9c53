import type { ServiceError } from "@grpc/grpc-js";
import { ErrorResourceInitFailed } from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { Bag } from "./bag";

/** How a resource that exists but failed to initialise is reported. */
export interface InitFailure {
  id: string;
  properties: Bag;
  /** Undefined where the provider returned none. */
  inputs: Bag | undefined;
  reasons: string[];
}

type Unpack = (struct: Struct | undefined) => Bag;

/** A call that a provider answered with a gRPC status. */
export class HostError extends Error {
  override readonly name = "HostError";
  /** The gRPC status code; 2 (UNKNOWN) for whatever a provider throws. */
  readonly code: number;
  /** Set where the provider says that the object was made all the same. */
  readonly initFailure: InitFailure | undefined;

  constructor(cause: ServiceError, unpack: Unpack) {
    super(cause.details, { cause });
    this.code = cause.code;
    this.initFailure = initFailureOf(cause, unpack);
  }
}

function initFailureOf({ metadata }: ServiceError, unpack: Unpack): InitFailure | undefined {
  const [packed] = metadata.get("grpc-status-details-bin");
  if (!(packed instanceof Uint8Array)) {
    return undefined;
  }
  const [detail] = Status.deserializeBinary(packed).getDetailsList();
  if (!detail) {
    return undefined;
  }
  const failed = ErrorResourceInitFailed.deserializeBinary(detail.getValue_asU8());
  return {
    id: failed.getId(),
    properties: unpack(failed.getProperties()),
    inputs: failed.hasInputs() ? unpack(failed.getInputs()) : undefined,
    reasons: failed.getReasonsList(),
  };
}
