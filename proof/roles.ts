import type { Proof } from "../tools/proof/proof";
import { prepare } from "./roles/operator";
import { together } from "./roles/part";
import { proveCommands } from "./roles/prove-commands";
import { proveOperator } from "./roles/prove-operator";
import { proveSvmLogin } from "./roles/prove-svm-login";

/** What docs/security.md says of rights, tried against the simulator's roles. */
export const proof: Proof = {
  title: "The least role of each task is enough; with one right less it fails by name",
  run: async ({ short }, progress) => {
    const commands = await proveCommands(progress);
    const prepared = await prepare();
    const operator = await proveOperator(prepared, short, progress);
    const svmLogin = await proveSvmLogin(prepared, short, progress);
    const { cases, roles, gone, failures } = together([commands, operator, svmLogin]);
    return {
      cases,
      figures: [
        ["roles", roles],
        ["wrong", failures.length],
        ["falsely gone", gone],
      ],
      failures,
    };
  },
};
