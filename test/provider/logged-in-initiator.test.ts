import { HOST, ON_SVM1 } from "../names";
import { Initiator } from "../simulator/iscsi/initiator";
import { FRONTS, ProviderHarness } from "./provider-harness";

const chap = { inbound: { user: "host1", password: "inbound-password" } };
const fixture = {
  svms: [{ name: "svm1" }],
  interfaces: [{ svm: { name: "svm1" }, name: "lif1", ip: { address: "127.0.0.1" } }],
};

describe.each(FRONTS)("An initiator that is logged in over iSCSI (%s)", (front) => {
  let harness: ProviderHarness;
  beforeAll(async () => {
    harness = await ProviderHarness.start({ front, fixture, iscsiPort: 0 });
  });
  afterAll(() => harness.stop());

  test("stays until disabling its service is forced, which names it before", async () => {
    const service = await harness.create("IscsiService", ON_SVM1);
    await harness.create("IscsiCredentials", { ...ON_SVM1, initiator: HOST, authenticationType: "chap", chap });
    const { services } = await harness.control<{ services: { target: { name: string } }[] }>("GET", "/state");
    const initiator = await Initiator.connect(harness.simulator.iscsi ?? { host: "", port: 0 });
    const login = { initiator: HOST, target: services[0]?.target.name ?? "", ...chap.inbound };
    expect(await initiator.logIn(login)).toMatchObject({ status: "0000" });

    const disabled = { ...ON_SVM1, enabled: false };
    await expect(harness.update(service, disabled)).rejects.toThrow(
      `1 live session would be cut now:\n  - ${HOST} from 127.0.0.1 on portal group lif1`,
    );
    expect(await initiator.command(0x40, 0x80)).toMatchObject({ opcode: 0x20 });

    await harness.update(service, { ...disabled, forceDisconnect: true });
    await initiator.closed();
    expect(await harness.control("GET", "/state")).toMatchObject({ sessions: [] });
  });
});
