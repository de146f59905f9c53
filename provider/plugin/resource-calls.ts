import { status } from "@grpc/grpc-js";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { Life } from "../lifecycle/life";
import { messageOf } from "../lifecycle/message";
import { PartialFailure } from "../lifecycle/partial-failure";
import type { ProviderContext } from "../lifecycle/provider-context";
import { type ResourceType, resources } from "../resources";
import { deepEqual, type PropertyMap, valueAt } from "../schema/property-map";
import { secretsIn } from "../spec/secrets";
import { type Path, packed, type Received, received } from "./bag";
import { checkFailure } from "./check-failure";
import { Refusal } from "./failure";
import { previewed } from "./preview";
import { isSecret } from "./quoted-secrets";
import { noSuchResource, resourceTypeIn } from "./resource-type";
import { sameObject } from "./same-object";
import type { Session } from "./session";

/** A resource that the engine asks about. */
interface Asked {
  readonly type: ResourceType;
  readonly life: Life;
  readonly context: ProviderContext;
  /** The message as the user may see it. */
  shown(text: string): string;
}

/** The calls that concern one resource, which its URN names. */
export const resourceCalls = {
  check: (request: messages.CheckRequest, session: Session) => {
    const [olds, news] = [received(request.getOlds()), received(request.getNews())];
    return asked(session, request.getUrn(), [news, olds], async ({ type, life, context, shown }) => {
      const { inputs, failures: wrong } = await life.check(context, olds.values, news.values);
      const failures = wrong.length > 0 ? wrong : sameObject(session.claims, type, request.getUrn(), inputs);
      const response = new messages.CheckResponse().setFailuresList(
        failures.map(({ property, reason }) =>
          checkFailure({ property, reason: shown(reason) }, isSecret(property, news)),
        ),
      );
      return failures.length > 0 ? response : response.setInputs(packed(inputs, secretsOf(type, inputs, news, olds)));
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
      if (request.getPreview()) {
        const outputs = previewed(resources[type].outputs, news.values);
        return new messages.CreateResponse().setProperties(packed(outputs, secretsOf(type, outputs, news)));
      }
      const { id, outputs } = await life.create(context, news.values);
      return new messages.CreateResponse().setId(id).setProperties(packed(outputs, secretsOf(type, outputs, news)));
    });
  },
  update: (request: messages.UpdateRequest, session: Session) => {
    const [olds, news] = [received(request.getOlds()), received(request.getNews())];
    return asked(session, request.getUrn(), [news, olds], async ({ type, life, context }) => {
      const outputs = request.getPreview()
        ? previewed(resources[type].outputs, news.values, () =>
            life.previewUpdate(context, request.getId(), olds.values, news.values),
          )
        : await life.update(context, request.getId(), olds.values, news.values);
      return new messages.UpdateResponse().setProperties(packed(outputs, secretsOf(type, outputs, news, olds)));
    });
  },
  read: (request: messages.ReadRequest, session: Session) => {
    const [props, inputs] = [received(request.getProperties()), received(request.getInputs())];
    return asked(session, request.getUrn(), [props], async ({ type, life, context }) => {
      const found = await life.read(context, request.getId(), props.values);
      return found === undefined
        ? new messages.ReadResponse()
        : new messages.ReadResponse()
            .setId(request.getId())
            .setProperties(packed(found.outputs, secretsOf(type, found.outputs, props)))
            .setInputs(packed(found.inputs, secretsOf(type, found.inputs, inputs)));
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

/** `given` is what the engine gave, and, where there is a state as well, what that has. */
async function asked<T>(
  session: Session,
  urn: string,
  [given, recorded]: readonly [Received, Received?],
  work: (asked: Asked) => Promise<T>,
): Promise<T> {
  const type = resourceTypeIn(urn);
  if (type === undefined) {
    throw new Refusal(noSuchResource(urn), status.UNIMPLEMENTED);
  }
  // Worked out where something is told, as it is of few objects.
  const shown = (text: string) => session.shown(text, ...quotable(type, [given, recorded]));
  return session.run(urn, shown, async (context) => {
    try {
      return await work({ type, life: session.lives[type], context, shown });
    } catch (error) {
      const message = shown(messageOf(error, given.values, context.memory.toldCauses));
      throw error instanceof PartialFailure
        ? new Refusal(message, status.UNKNOWN, {
            id: error.id,
            outputs: error.outputs,
            inputs: given.values,
            secrets: secretsOf(type, error.outputs, given, recorded),
          })
        : new Refusal(message);
    }
  });
}

/**
 * Where an answer has secrets: where the declaration of the resource and the engine say so, and where it has a secret of
 * the state still, such as in a list of which the change failed.
 */
function secretsOf(type: ResourceType, answer: PropertyMap, given: Received, recorded?: Received): readonly Path[] {
  const kept = recorded?.secrets.filter((path) => {
    const value = valueAt(answer, ...path);
    return !deepEqual(value, valueAt(given.values, ...path)) && deepEqual(value, valueAt(recorded.values, ...path));
  });
  return [...secretsIn(resources[type].properties), ...given.secrets, ...(kept ?? [])];
}

/**
 * What of the secrets no message may quote. Where the engine has a whole as one that holds declared ones, only these: the
 * schema calls it so for languages that keep no secret apart, and a CHAP user often has a part of the host's name.
 */
function quotable(type: ResourceType, given: ReadonlyArray<Received | undefined>): readonly Received[] {
  const declared = secretsIn(resources[type].properties);
  return given.flatMap((found) => {
    const secrets = found?.secrets.flatMap((path) => {
      const inside = declared.filter(
        (leaf) => leaf.length > path.length && path.every((name, at) => leaf[at] === name),
      );
      return inside.length > 0 ? inside : [path];
    });
    return found === undefined || secrets === undefined ? [] : [{ values: found.values, secrets }];
  });
}
