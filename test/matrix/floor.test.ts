import { singleHosts } from "../../bench/support/program";
import { requireSameBags } from "../../bench/support/same-bags";
import { SideBySide } from "../../bench/support/side-by-side";
import { realEngine } from "../engine/environment";

beforeAll(() => realEngine());

it("the floor records what the package records, and states of many hosts show no change on either side", async () => {
  // It compares both, and throws where they differ.
  const both = await SideBySide.start(singleHosts);
  try {
    const counts = { services: 2, hosts: 3 };
    await both.hold(counts);
    for (const stack of [both.stacks.ours, both.stacks.floor]) {
      await stack.run(["preview", "--expect-no-changes"], counts);
      await stack.run(["refresh", "--yes", "--skip-preview", "--expect-no-changes"], counts);
      expect((await stack.project.exportState()).deployment.resources).toHaveLength(2 + 2 + 3);
    }
    const [service, ...others] = both.stacks.ours.recorded.filter(({ type }) => type.includes("dynamic"));
    const other = {
      ...service,
      urn: "urn:pulumi:dev::p::pulumi-nodejs:dynamic/ontap-iscsi:IscsiService::x",
      type: "t",
    };
    expect(() => requireSameBags([other, ...others], both.stacks.floor.recorded)).toThrow(
      "the floor records other properties",
    );
  } finally {
    await both.stop();
  }
});

it("a program that fails ends with its error, and leaves no process that keeps the benchmark running", async () => {
  await expect(SideBySide.start(() => "throw new Error('no such class');")).rejects.toThrow("no such class");
});
