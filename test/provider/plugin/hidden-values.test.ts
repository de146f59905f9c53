import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { startSimulator } from "../../../simulator";
import { TestArray } from "../../array";
import { type Bag, fromStruct } from "../../engine/bag";
import { EngineService } from "../../engine/engine-service";
import { HostError } from "../../engine/host-error";
import { HOST, ON_SVM1, SVM1 } from "../../names";
import { type Connection, CREDENTIALS, SERVICE, Served } from "./served";
import { secret, struct } from "./wire";

describe("A value that the engine has as a secret", () => {
  let engine: EngineService;
  let array: TestArray;
  let served: Served;
  let provider: Connection;
  beforeEach(async () => {
    array = new TestArray(await startSimulator());
    engine = await EngineService.start();
    served = await Served.start(engine.address);
    provider = await served.provider(array, "east", engine.address);
    await provider.create(SERVICE, ON_SVM1);
  });
  afterEach(async () => {
    await served.stop();
    engine.stop();
    await array.close();
  });

  const host = { ...ON_SVM1, initiator: secret(HOST), authenticationType: "none" };
  const failureOf = (call: Promise<unknown>): Promise<HostError> =>
    call.then(
      () => {
        throw new Error("it was not refused");
      },
      (error) => new HostError(error, fromStruct),
    );

  test("is not told when it is replaced by another", async () => {
    const { id, properties } = await provider.create(CREDENTIALS, host);
    const wanted = await provider.check(CREDENTIALS, { ...host, initiator: secret(`${HOST}.two`) }, host);
    expect(await provider.diff(CREDENTIALS, id, properties, wanted)).toMatchObject({ replacesList: ["initiator"] });
    expect(engine.said).toContain("the iSCSI credential of [secret] on SVM svm1");
    expect(engine.said).not.toContain(HOST);
  });

  test("is not named as a property that is wrong, since the engine would print it", async () => {
    const request = new messages.CheckRequest().setUrn(CREDENTIALS);
    request.setNews(struct({ ...host, initiator: secret("iqn.hidden") })).setOlds(struct({}));
    const { failuresList } = (
      await provider.unary<messages.CheckResponse>((done) => provider.client.check(request, done))
    ).toObject();
    expect(failuresList).toEqual([{ property: "", reason: expect.stringMatching(/initiator.*5373971/) }]);
  });

  test("stays one where a change of it failed", async () => {
    const recorded = await provider.check(SERVICE, { ...ON_SVM1, enabled: false, target: { alias: secret("hidden") } });
    const outputs = await provider.update(SERVICE, SVM1, { ...ON_SVM1, enabled: true }, recorded);
    const path = `/api/protocols/san/iscsi/services/${SVM1}`;
    await array.control("POST", "/faults", { match: { method: "PATCH", path, nth: 2 }, kind: "status", status: 403 });
    const wanted = await provider.check(SERVICE, { ...ON_SVM1, enabled: true, target: { alias: "shown" } }, recorded);
    const { initFailure } = await failureOf(provider.update(SERVICE, SVM1, outputs, wanted));
    expect(initFailure?.properties).toMatchObject({ enabled: true, target: { alias: secret("hidden") } });
  });

  test("is not told of a function's argument", async () => {
    const request = new messages.InvokeRequest().setTok("ontap-iscsi:index:getIscsiCredential");
    request.setArgs(struct({ ...ON_SVM1, initiator: secret(HOST) }));
    const { message } = await failureOf(provider.unary((done) => provider.client.invoke(request, done)));
    expect(message).toContain("initiator [secret] of SVM");
    expect(message).not.toContain(HOST);
  });

  test("is a certificate of a provider, too, that comes with its private key", async () => {
    const urn = "urn:pulumi:dev::test::pulumi:providers:ontap-iscsi::west";
    const clientCertificate = "-----BEGIN CERTIFICATE-----\n-----BEGIN PRIVATE KEY-----\nhunter2";
    const request = new messages.CheckRequest().setUrn(urn).setNews(struct({ clientCertificate, caCertificate: "ca" }));
    const checked = await provider.unary<messages.CheckResponse>((done) => provider.client.checkConfig(request, done));
    expect(fromStruct(checked.getInputs())).toEqual({
      clientCertificate: secret(clientCertificate),
      caCertificate: "ca",
    });
  });

  test("is not told of a provider's arguments", async () => {
    const west = served.connect();
    const args: Bag = { host: secret(array.url), username: "nobody", password: secret("wrong-password") };
    await west.configure(args, "west");
    const { message } = await failureOf(west.check(SERVICE, ON_SVM1));
    expect(message).toContain("Could not use the array at [secret]");
    expect(message).not.toContain(array.url);
  });
});
