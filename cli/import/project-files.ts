import { basename, resolve } from "node:path";
import { ownPackage } from "./own-package";
import { ownSource } from "./own-source";

/** Files of a Pulumi project by name, for a folder that lacks them. */
export function projectFiles(folder: string): Readonly<Record<string, string>> {
  const name = projectName(folder);
  const { sdk } = ownPackage();
  const json = (value: object) => `${JSON.stringify(value, undefined, 2)}\n`;
  return {
    "Pulumi.yaml": `name: ${name}\nruntime:\n  name: nodejs\n  options:\n    typescript: true\ndescription: iSCSI on ONTAP\n`,
    "package.json": json({
      name: name.toLowerCase(),
      private: true,
      main: "index.ts",
      dependencies: { "@pulumi/pulumi": sdk, "pulumi-ontap-iscsi": ownSource().dependency(folder) },
      devDependencies: { "@types/node": "^20", typescript: "^5" },
    }),
    "tsconfig.json": json({
      compilerOptions: {
        strict: true,
        target: "es2022",
        module: "node16",
        moduleResolution: "node16",
        skipLibCheck: true,
        noEmit: true,
      },
      files: ["index.ts"],
    }),
    ".gitignore":
      "node_modules/\n# Passwords in plaintext, for the import alone.\nimport.json\nsecrets/\n.ontap-iscsi-import.json\n",
  };
}

/** The folder's name, in the characters that a project's name may have. */
function projectName(folder: string): string {
  const name = basename(resolve(folder)).replace(/[^A-Za-z0-9_.-]+/g, "-");
  return /^[A-Za-z0-9]/.test(name) ? name : `iscsi${name}`;
}
