/**
 * From a fresh clone to a first result: installs what is missing, builds, shows what becomes of the default scenario, then serves
 * the page until it is stopped. Words after `npm start --` go to the program instead, and nothing is served.
 */
import { build } from './build.mjs';
import { call, install, root } from './install.mjs';

install();
build();
const asked = process.argv.slice(2);
call(process.execPath, [`${root}bin/taking-root.mjs`, ...(asked.length > 0 ? asked : ['run', 'default'])]);
if (asked.length === 0) {
  const { serve } = await import('./serve.mjs');
  console.log(`\nThe page: ${await serve()}\nOpen it in a browser; Ctrl-C ends it.`);
}
