import * as pulumi from "@pulumi/pulumi";
import { type Simulator, type SimulatorOptions, startSimulator } from "../../simulator";

/** A request as the simulator logged it. */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  /** Raw, without the question mark. */
  readonly query: string;
  readonly status: number;
}

/** A simulated array that the data functions of this process talk to. */
export interface TestArray extends Simulator {
  /** The control plane: what it answers to a GET, POST, PUT or DELETE. */
  control(method: string, path: string, body?: unknown): Promise<unknown>;
  /** Requests since the last call of `forget`. */
  requests(): Promise<readonly LoggedRequest[]>;
  forget(): Promise<void>;
}

/** Starts an array, and configures this process's stack to use it. */
export async function startArray(options: SimulatorOptions = {}): Promise<TestArray> {
  const array = withControl(await startSimulator(options));
  useArray(array);
  return array;
}

/** Makes an array the one that the stack's configuration names. */
export function useArray({ url, username, password }: Simulator, more: Readonly<Record<string, string>> = {}): void {
  pulumi.runtime.setAllConfig({
    "ontap-iscsi:host": url,
    "ontap-iscsi:username": username,
    "ontap-iscsi:password": password,
    ...more,
  });
}

/** A simulator with calls of its control plane. */
export function withControl(simulator: Simulator): TestArray {
  async function control(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${simulator.controlUrl}${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } }),
    });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${response.status} ${text}`);
    }
    return text === "" ? undefined : JSON.parse(text);
  }
  return {
    ...simulator,
    control,
    requests: async () => (await control("GET", "/requests")) as LoggedRequest[],
    forget: async () => {
      await control("DELETE", "/requests");
    },
  };
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
