import { resolve } from "node:path";
import { isPath, isSecretValue, takesPem } from "../../provider/connection";
import type { ConnectionOptions } from "../../provider/rest";
import { shellWord } from "./shell";

/** The commands that configure a stack to reach the array by the same connection; secrets are asked for. */
export function connectionSteps(options: ConnectionOptions, cluster: string | undefined): readonly string[] {
  return Object.entries(options).map(([key, value]) => {
    const text = String(value);
    const path = cluster === undefined ? `ontap-iscsi:${key}` : `ontap-iscsi:clusters.${cluster}.${key}`;
    const set = `pulumi config set${cluster === undefined ? "" : " --path"}`;
    if (isPath(key, text)) {
      return `${set} ${path} ${shellWord(resolve(text))}`;
    }
    if (isSecretValue(key, text) || takesPem(key)) {
      return `${set} --secret ${path}`;
    }
    return `${set} ${path} ${shellWord(text)}`;
  });
}
