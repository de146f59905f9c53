import { setTimeout } from "node:timers/promises";
import { startSimulator } from "../../../simulator";
import { TestArray } from "../../array";
import { EngineService } from "../../engine/engine-service";
import { ON_SVM1, SVM1 } from "../../names";
import { SERVICE, Served } from "./served";

test("A process whose engine is gone ends by itself, after what it was doing", async () => {
  const array = new TestArray(await startSimulator());
  const engine = await EngineService.start();
  const served = await Served.start(engine.address, 100);
  const provider = await served.provider(array, "east", engine.address);
  await array.control("POST", "/faults", { match: { method: "POST", path: "/api/" }, kind: "latency", ms: 500 });
  const creating = provider.create(SERVICE, ON_SVM1);
  await setTimeout(50);
  engine.stop();
  await served.serving.ended;
  await expect(creating).resolves.toMatchObject({ id: SVM1 });
  provider.client.close();
  await array.close();
});

test("A process that no engine started goes on when one that used it is gone", async () => {
  const array = new TestArray(await startSimulator());
  const engine = await EngineService.start();
  const served = await Served.start(undefined, 50);
  await served.provider(array, "east", engine.address);
  engine.stop();
  await setTimeout(400);
  const another = await served.provider(array);
  await expect(another.create(SERVICE, ON_SVM1)).resolves.toMatchObject({ id: SVM1 });
  await served.stop();
  await array.close();
});

test("A server that is told to end answers what is under way, and begins no further change", async () => {
  const array = new TestArray(await startSimulator());
  const served = await Served.start();
  const provider = await served.provider(array);
  await array.control("POST", "/faults", { match: { method: "POST", path: "/api/" }, kind: "latency", ms: 500 });
  const creating = provider.create(SERVICE, ON_SVM1);
  await setTimeout(100);
  const stopping = served.serving.stop();
  await expect(provider.create(SERVICE, { svm: { name: "svm2" } })).rejects.toMatchObject({
    details: expect.stringContaining("was cancelled"),
  });
  await expect(creating).resolves.toMatchObject({ id: SVM1 });
  provider.client.close();
  await stopping;
  await served.serving.stop();
  await array.close();
});
