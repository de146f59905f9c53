/** What Pulumi.yaml says so that the engine finds the plugin where npm puts its executable. */
export const PLUGINS = { plugins: { providers: [{ name: "ontap-iscsi", path: "node_modules/.bin" }] } } as const;
