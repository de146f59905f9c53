import { OntapError } from "../rest";
import { apply } from "./apply";
import type { CommonInputs } from "./definition";
import { undefinedWhenGone } from "./gone";
import { objectSubject, svmSubject } from "./subjects";
import { writeOnSvm } from "./svm-write";
import type { Target } from "./target";
import type { World } from "./world";

/**
 * Brings back an object that ONTAP deleted, or reset, with its prerequisite, which this process has replaced: one GET,
 * and the request that makes it what the program wants. Waits for the replacement where it is still under way.
 */
export async function restore<Inputs extends CommonInputs, Wire>(
  world: World,
  { definition, key, ontap, svm, names }: Target<Inputs, Wire>,
  want: Inputs,
): Promise<void> {
  const { cascades, foundations } = world.memory;
  if (cascades.replacementOf(svm) === "planned") {
    await foundations.awaited(want.cluster, { uuid: key.svmUuid });
  }
  const title = definition.title(want);
  await writeOnSvm(world, ontap, names, definition.exclusive(want), async () => {
    const wire = await definition.get(ontap, key).catch(undefinedWhenGone(definition));
    if (wire !== undefined) {
      const have = definition.withoutSecrets(definition.observed(wire, want));
      const { failure } = await apply(
        definition,
        ontap,
        key,
        have,
        definition.changes(key, have, want, names.name ?? ""),
      );
      if (failure !== undefined) {
        throw failure;
      }
    } else if (definition.madeByOntap(want)) {
      throw new OntapError({
        code: "not-found",
        tried: `restore ${title}`,
        outcome: "the SVM has no iSCSI service, with which ONTAP makes it",
        next: "Run up again once the service is there.",
      });
    } else {
      await definition.create(ontap, { ...want, svm: { uuid: key.svmUuid } });
    }
  });
  world.memory.planned(definition).settle(svmSubject(ontap, key), definition.id(key));
  cascades.noteCreated(objectSubject(definition, ontap, key), svm, title);
}
