import { Metadata, type ServiceError, status } from "@grpc/grpc-js";
import { ErrorResourceInitFailed } from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { Any } from "google-protobuf/google/protobuf/any_pb";
import { defect } from "../lifecycle/message";
import { OntapError } from "../rest";
import type { PropertyMap } from "../schema/property-map";
import { type Path, packed } from "./bag";

/** The engine prints a message as it is, and a call's end has little room for it. */
const LONGEST_MESSAGE = 16_000;

/** What is to be recorded of an object of which not all could be made as wanted. */
export interface Recorded {
  readonly id: string;
  readonly outputs: PropertyMap;
  readonly inputs: PropertyMap;
  readonly secrets: readonly Path[];
}

/** A call that is answered with an error: the engine shows its message, and nothing else of it. */
export class Refusal extends Error {
  readonly #recorded: Recorded | undefined;

  constructor(
    message: string,
    readonly code = status.UNKNOWN,
    recorded?: Recorded,
  ) {
    super(message);
    this.#recorded = recorded;
  }

  /** Where something is to be recorded, the engine goes on with that in the next run. */
  get recorded(): Recorded | undefined {
    return this.#recorded;
  }
}

/** An error as an answer. Of one that is none of ours nothing is told that it says, since that may quote a secret. */
export function answerOf(error: unknown): Partial<ServiceError> {
  if (!(error instanceof Refusal)) {
    return { code: status.UNKNOWN, details: cut(error instanceof OntapError ? error.message : defect(error)) };
  }
  const { code, recorded } = error;
  const details = cut(error.message);
  return { code, details, ...(recorded === undefined ? {} : { metadata: metadataOf(details, recorded) }) };
}

/** The beginning of a message. Half of a character, which an array may send or the cut may leave, could not be sent. */
function cut(message: string): string {
  const more = message.length - LONGEST_MESSAGE;
  const shown = more <= 0 ? message : `${message.slice(0, LONGEST_MESSAGE)} [${more} characters more]`;
  return Buffer.from(shown).toString();
}

function metadataOf(message: string, { id, outputs, inputs, secrets }: Recorded): Metadata {
  const failure = new ErrorResourceInitFailed()
    .setId(id)
    .setReasonsList([message])
    .setProperties(packed(outputs, secrets))
    .setInputs(packed(inputs, secrets));
  const detail = new Any();
  detail.pack(failure.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
  const full = new Status().setCode(status.UNKNOWN).setMessage(message).setDetailsList([detail]);
  const metadata = new Metadata();
  metadata.set("grpc-status-details-bin", Buffer.from(full.serializeBinary()));
  return metadata;
}
