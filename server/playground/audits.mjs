// Runs the GraphQL-over-HTTP audits of npm's graphql-http against the address
// that is given, prints a line for each that is not passed, and exits 1 then.
import { serverAudits } from 'graphql-http';

let failed = 0;
let all = 0;
for (const audit of serverAudits({ url: process.argv[2], fetchFn: fetch })) {
  const result = await audit.fn();
  all++;
  if (result.status !== 'ok') {
    failed++;
    console.log(`${result.status} ${audit.id} ${audit.name}: ${result.reason}`);
  }
}
console.log(`${all - failed} of ${all} audits passed`);
process.exit(failed > 0 || all === 0 ? 1 : 0);
