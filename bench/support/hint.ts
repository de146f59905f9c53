/** Options of Node.js that the documents recommend for large programs. */
export const HINT = "--stack-trace-limit=1 --max-semi-space-size=64";
