import { resolve } from "node:path";
import type { ConnectionOptions } from "../../provider/rest";
import { shellWord } from "./shell";

/** Keys whose value is never printed. */
export const SECRET_KEYS: readonly string[] = ["password", "token", "clientKey"];
/** Keys that hold PEM text or a path. */
const PEM_KEYS: readonly string[] = ["clientCertificate", "clientKey", "caCertificate"];

/** The commands that configure a stack to reach the array by the same connection; secrets are asked for. */
export function connectionSteps(options: ConnectionOptions, cluster: string | undefined): readonly string[] {
  return Object.entries(options).map(([key, value]) => {
    const text = String(value);
    const path = cluster === undefined ? `ontap-iscsi:${key}` : `ontap-iscsi:clusters.${cluster}.${key}`;
    const set = `pulumi config set${cluster === undefined ? "" : " --path"}`;
    if (PEM_KEYS.includes(key) && !text.includes("-----BEGIN ")) {
      return `${set} ${path} ${shellWord(resolve(text))}`;
    }
    if (SECRET_KEYS.includes(key) || PEM_KEYS.includes(key)) {
      return `${set} --secret ${path}`;
    }
    return `${set} ${path} ${shellWord(text)}`;
  });
}
