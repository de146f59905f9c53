/** Tests run from source; the engine and the command line run from `dist/`, as users have it. */
module.exports = {
  testEnvironment: "node",
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts"],
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      {
        jsc: { parser: { syntax: "typescript" }, target: "es2022" },
        module: { type: "commonjs", ignoreDynamic: true },
      },
    ],
  },
  // The engine's commands are most of a run, and each keeps a core busy.
  maxWorkers: 2,
  // Many times what a test takes alone: on a busy machine a command of the engine takes ten times as long.
  testTimeout: 180_000,
};
