import type * as pulumi from "@pulumi/pulumi";
import { IscsiCredentials, IscsiService } from "../../sdk";

/** Compiled, never called: what must not compile is marked, and tsc fails where such a mark is not needed. */
function argumentsAreTyped(svm: pulumi.Output<{ name: string }>, password: pulumi.Output<string>): void {
  const initiator = "default";
  new IscsiService("a", { svm: { name: "svm1" }, enabled: svm.apply(() => true), target: { alias: svm.name } });
  new IscsiCredentials("a", {
    svm,
    initiator: svm.name,
    authenticationType: "CHAP",
    chap: { inbound: { user: "u", password }, outbound: undefined },
    initiatorAddress: {
      masks: [{ address: "10.0.0.0", netmask: 8 }, { address: "fd00::" }],
      ranges: [{ start: svm.name, end: "10.0.0.1" }],
    },
    cluster: undefined,
  });
  const service = new IscsiService("a", { svm });
  new IscsiCredentials("a", { svm: service.svm, initiator, authenticationType: "none" });

  // @ts-expect-error an SVM is needed
  new IscsiService("a", {});
  // @ts-expect-error no such property
  new IscsiService("a", { svm, alias: "x" });
  // @ts-expect-error a truth value is needed
  new IscsiService("a", { svm, enabled: "true" });
  // @ts-expect-error a type is needed
  new IscsiCredentials("a", { svm, initiator });
  // @ts-expect-error a password is needed
  new IscsiCredentials("a", { svm, initiator, authenticationType: "chap", chap: { inbound: { user: "u" } } });
  // @ts-expect-error passwords stand in pairs
  new IscsiCredentials("a", { svm, initiator, authenticationType: "none", password });
}

function outputsAreTyped(id: pulumi.Output<string>): void {
  const service: IscsiService = IscsiService.get("a", id, { cluster: "east" }, { protect: true });
  const names: readonly pulumi.Output<string>[] = [service.svmName, service.svmUuid, service.targetName];
  const enabled: pulumi.Output<boolean> = service.enabled;
  const host: IscsiCredentials = IscsiCredentials.get("a", "uuid/default");
  const type: pulumi.Output<"chap" | "none" | "deny"> = host.authenticationType;
  const user = host.chap.apply((chap) => chap?.inbound.user);
  const start = host.initiatorAddress.apply((list) => list?.ranges?.[0]?.start);
  // @ts-expect-error may be missing
  const certain: pulumi.Output<string> = user;
  // @ts-expect-error cannot be assigned
  service.svmName = service.svmUuid;
  // @ts-expect-error is read only for its cluster
  IscsiService.get("a", id, { svm: { name: "svm1" } });
  void [names, enabled, type, start, certain];
}

test("arguments and outputs are typed", () => {
  expect([argumentsAreTyped, outputsAreTyped].every((compiled) => typeof compiled === "function")).toBe(true);
});
