import { startSimulator } from "../../../simulator";
import { TestArray } from "../../array";
import { EngineService } from "../../engine/engine-service";
import { ON_SVM1 } from "../../names";
import { argumentsFor, SERVICE, Served } from "./served";

describe("The connections to a process", () => {
  let served: Served;
  let east: TestArray;
  let west: TestArray;
  beforeEach(async () => {
    served = await Served.start();
    [east, west] = [new TestArray(await startSimulator()), new TestArray(await startSimulator())];
  });
  afterEach(async () => {
    await served.stop();
    await Promise.all([east.close(), west.close()]);
  });

  test("each serve the provider object that they configured", async () => {
    const [first, second] = [await served.provider(east), await served.provider(west, "west")];
    await Promise.all([first.create(SERVICE, ON_SVM1), second.create(SERVICE, ON_SVM1)]);
    expect([await east.calls(), await west.calls()]).toEqual([["POST services"], ["POST services"]]);
  });

  test("serve no other array than the first that they configured", async () => {
    const connection = await served.provider(east);
    await connection.configure(argumentsFor(east));
    await expect(connection.configure(argumentsFor(west), "west")).rejects.toMatchObject({
      details: expect.stringMatching(/::west: this connection serves a provider with other arguments already/),
    });
    await connection.create(SERVICE, ON_SVM1);
    expect([await east.calls(), await west.calls()]).toEqual([["POST services"], []]);
  });

  test("serve nothing before they have configured a provider, whatever the environment says", async () => {
    await expect(served.connect().create(SERVICE, ON_SVM1)).rejects.toMatchObject({
      details: `No array is known for ${SERVICE}: its provider was not configured.`,
    });
  });

  test("may be made again without a word where that leaves no doubt, and else are refused", async () => {
    await served.provider(east);
    await served.connect().create(SERVICE, ON_SVM1);
    expect(await east.calls()).toEqual(["POST services"]);
    await served.provider(west, "west");
    await expect(served.connect().create(SERVICE, ON_SVM1)).rejects.toMatchObject({
      details: expect.stringContaining("It is not known which provider this call is for"),
    });
  });

  test("begin anew with another engine, and not with the same", async () => {
    const [engine, another] = [await EngineService.start(), await EngineService.start()];
    const connection = await served.provider(east, "east", engine.address);
    await connection.handshake(engine.address);
    await connection.create(SERVICE, ON_SVM1);
    await connection.handshake(another.address);
    await expect(connection.create(SERVICE, ON_SVM1)).rejects.toMatchObject({
      details: expect.stringContaining("was not configured"),
    });
    engine.stop();
    another.stop();
  });
});
