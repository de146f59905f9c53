import { status } from "@grpc/grpc-js";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { Life } from "../lifecycle/life";
import { messageOf } from "../lifecycle/message";
import { PartialFailure } from "../lifecycle/partial-failure";
import type { ProviderContext } from "../lifecycle/provider-context";
import { type ResourceType, resources } from "../resources";
import type { Failure } from "../schema/failure";
import { secretsIn } from "../spec/secrets";
import { type Path, packed, type Received, received } from "./bag";
import { Refusal } from "./failure";
import { hidden } from "./hidden";
import { previewed } from "./preview";
import { noSuchResource, resourceTypeIn } from "./resource-type";
import type { Session } from "./session";

/** A resource that the engine asks about. */
interface Asked {
  readonly type: ResourceType;
  readonly life: Life;
  readonly context: ProviderContext;
}

/** The calls that concern one resource, which its URN names. */
export const resourceCalls = {
  check: (request: messages.CheckRequest, session: Session) => {
    const [olds, news] = [received(request.getOlds()), received(request.getNews())];
    return asked(session, request.getUrn(), [news, olds], async ({ type, life, context }) => {
      const { inputs, failures } = await life.check(context, olds.values, news.values);
      const response = new messages.CheckResponse().setFailuresList(
        failures.map((failure) => checkFailure(failure, [news, olds])),
      );
      return failures.length > 0 ? response : response.setInputs(packed(inputs, secretsOf(type, news)));
    });
  },
  diff: (request: messages.DiffRequest, session: Session) => {
    const [olds, news] = [received(request.getOlds()), received(request.getNews())];
    return asked(session, request.getUrn(), [news, olds], async ({ life, context }) => {
      const { changes, replaces, deleteBeforeReplace } = await life.diff(
        context,
        request.getId(),
        olds.values,
        news.values,
      );
      const { DIFF_NONE, DIFF_SOME, DIFF_UNKNOWN } = messages.DiffResponse.DiffChanges;
      return new messages.DiffResponse()
        .setChanges(changes === undefined ? DIFF_UNKNOWN : changes ? DIFF_SOME : DIFF_NONE)
        .setReplacesList([...(replaces ?? [])])
        .setDeletebeforereplace(deleteBeforeReplace === true);
    });
  },
  create: (request: messages.CreateRequest, session: Session) => {
    const news = received(request.getProperties());
    return asked(session, request.getUrn(), [news], async ({ type, life, context }) => {
      const secrets = secretsOf(type, news);
      if (request.getPreview()) {
        return new messages.CreateResponse().setProperties(
          packed(previewed(resources[type].outputs, news.values), secrets),
        );
      }
      const { id, outputs } = await life.create(context, news.values);
      return new messages.CreateResponse().setId(id).setProperties(packed(outputs, secrets));
    });
  },
  update: (request: messages.UpdateRequest, session: Session) => {
    const [olds, news] = [received(request.getOlds()), received(request.getNews())];
    return asked(session, request.getUrn(), [news, olds], async ({ type, life, context }) => {
      const outputs = request.getPreview()
        ? previewed(resources[type].outputs, news.values, olds.values)
        : await life.update(context, request.getId(), olds.values, news.values);
      return new messages.UpdateResponse().setProperties(packed(outputs, secretsOf(type, news)));
    });
  },
  read: (request: messages.ReadRequest, session: Session) => {
    const [props, inputs] = [received(request.getProperties()), received(request.getInputs())];
    return asked(session, request.getUrn(), [props, inputs], async ({ type, life, context }) => {
      const found = await life.read(context, request.getId(), props.values);
      return found === undefined
        ? new messages.ReadResponse()
        : new messages.ReadResponse()
            .setId(request.getId())
            .setProperties(packed(found.outputs, secretsOf(type, props)))
            .setInputs(packed(found.inputs, secretsOf(type, inputs)));
    });
  },
  delete: (request: messages.DeleteRequest, session: Session) => {
    const props = received(request.getProperties());
    return asked(session, request.getUrn(), [props], async ({ life, context }) => {
      await life.delete(context, request.getId(), props.values);
      return new Empty();
    });
  },
};

/** Runs a call on the resource of that URN. Of what it is given first messages and records tell. */
async function asked<T>(
  session: Session,
  urn: string,
  given: readonly [Received, ...Received[]],
  work: (asked: Asked) => Promise<T>,
): Promise<T> {
  const type = resourceTypeIn(urn);
  if (type === undefined) {
    throw new Refusal(noSuchResource(urn), status.UNIMPLEMENTED);
  }
  const [{ values }] = given;
  return session.run(urn, async (here) => {
    const context = {
      ...here,
      note: (text: string) => here.note(hidden(text, given)),
      warn: (text: string) => here.warn(hidden(text, given)),
    };
    try {
      return await work({ type, life: session.lives[type], context });
    } catch (error) {
      const message = hidden(messageOf(error, values, context.memory.toldCauses), given);
      throw error instanceof PartialFailure
        ? new Refusal(message, status.UNKNOWN, {
            id: error.id,
            outputs: error.outputs,
            inputs: values,
            secrets: secretsOf(type, given[0]),
          })
        : new Refusal(message);
    }
  });
}

/** Where a resource has secrets: what its declaration calls so, and what the engine gave as such. */
function secretsOf(type: ResourceType, given: Received): readonly Path[] {
  return [...secretsIn(resources[type].properties), ...given.secrets];
}

function checkFailure({ property, reason }: Failure, given: readonly Received[]): messages.CheckFailure {
  return new messages.CheckFailure().setProperty(property).setReason(hidden(reason, given));
}
