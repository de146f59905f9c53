// @ts-check

// Preloaded into the Node.js processes of test projects. Node.js 20.20.2 and its contemporaries spend 45 s on colouring
// the stack of an error that passed through Pulumi's SDK (nodejs/node#64011), which the SDK does to every unhandled one.

const util = require("node:util");

util.inspect = new Proxy(util.inspect, {
  apply(inspect, self, [value, options, ...rest]) {
    const plain = options?.colors ? { ...options, colors: false } : options;
    return Reflect.apply(inspect, self, [value, plain, ...rest]);
  },
});
