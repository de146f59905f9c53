import * as pulumi from "@pulumi/pulumi";
import { type Simulator, type SimulatorOptions, startSimulator } from "../../simulator";
import { TestArray } from "../array";

/** Starts an array, and configures this process's stack to use it. */
export async function startArray(options: SimulatorOptions = {}): Promise<TestArray> {
  const array = new TestArray(await startSimulator(options));
  useArray(array);
  return array;
}

/** Makes an array the one that the stack's configuration names. */
export function useArray(
  { url, username, password }: Pick<Simulator, "url" | "username" | "password">,
  more: Readonly<Record<string, string>> = {},
): void {
  pulumi.runtime.setAllConfig({
    "ontap-iscsi:host": url,
    "ontap-iscsi:username": username,
    "ontap-iscsi:password": password,
    ...more,
  });
}

/** Wire form of a session that differs from others by its number. */
export function sessionOf(number: number, svm: { name: string } = { name: "svm1" }): Record<string, unknown> {
  return {
    svm,
    target_portal_group: `iscsi_lif${1 + (number % 2)}`,
    tsih: number,
    initiator: { name: `iqn.1998-01.com.corp.iscsi:host${number}` },
    isid: "61:62:63:64:65:00",
  };
}
