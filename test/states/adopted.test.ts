import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ResourceType } from "../../provider/resources";
import type { ExportedState } from "../engine/project";
import { ProviderHarness, type Resource } from "../provider/provider-harness";

const FOLDER = join(__dirname, "4439c8b/every-kind");
const ARRAY = JSON.parse(readFileSync(join(FOLDER, "array.json"), "utf8"));
const CLOSED = { svm: { name: "svm5" }, initiator: "default", authenticationType: "deny" };

/** A resource as the recorded state has it. None of these holds a secret. */
function recorded(type: ResourceType, name: string): Resource {
  const { deployment }: ExportedState = JSON.parse(readFileSync(join(FOLDER, "export.json"), "utf8"));
  const found = deployment.resources?.find(({ urn }) => urn.endsWith(`:${type}::${name}`));
  if (found?.id === undefined) {
    throw new Error(`the state has no ${type} ${name}`);
  }
  return { type, id: found.id, inputs: found.inputs ?? {}, outputs: found.outputs ?? {} };
}

describe("What 4439c8b recorded of an adopted object", () => {
  let hosted: ProviderHarness;
  beforeAll(async () => {
    hosted = await ProviderHarness.start();
  });
  afterAll(() => hosted?.stop());
  beforeEach(async () => {
    await hosted.control("PUT", "/state", ARRAY);
    await hosted.calls();
  });

  async function defaultOfSvm5(): Promise<string | undefined> {
    const { credentials } = await hosted.control<{
      credentials: { svm: { name: string }; initiator: string; authentication_type: string }[];
    }>("GET", "/state");
    return credentials.find(({ svm, initiator }) => svm.name === "svm5" && initiator === "default")
      ?.authentication_type;
  }

  test("makes the deletion ask first whether an adopted service is enabled, which that of a created one does not", async () => {
    await hosted.delete(recorded("IscsiService", "adopted"));
    expect(await hosted.calls()).toEqual(["GET services", "GET sessions", "PATCH services", "DELETE services"]);
    await hosted.delete(recorded("IscsiService", "created"));
    expect(await hosted.calls()).toEqual(["GET sessions", "PATCH services", "DELETE services"]);
  });

  test("keeps the deletion of an earlier entry of the same default row from opening it", async () => {
    await hosted.control("PUT", "/state", {
      ...ARRAY,
      credentials: [{ svm: CLOSED.svm, initiator: "default", authentication_type: "none" }],
    });
    const before = await hosted.newProcess();
    const former = await before.create("IscsiCredentials", CLOSED);
    await before.stopProcess();

    const run = await hosted.newProcess();
    await run.preview(recorded("IscsiCredentials", "default-from-none"), CLOSED);
    await run.delete(former);
    await run.stopProcess();
    expect(await defaultOfSvm5()).toBe("deny");
  });

  test("outlives an update, after which a default row still goes back to none", async () => {
    const changed = { ...CLOSED, forceDisconnect: true };
    const updated = await hosted.update(recorded("IscsiCredentials", "default-from-none"), changed);
    expect(await defaultOfSvm5()).toBe("deny");
    await hosted.delete(updated);
    expect(await defaultOfSvm5()).toBe("none");
  });
});
