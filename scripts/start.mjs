/** From a fresh clone to a first result: installs what is missing, builds, runs the default scenario; further words go to the program. */
import { build } from './build.mjs';
import { call, install, root } from './install.mjs';

install();
build();
const asked = process.argv.slice(2);
call(process.execPath, [`${root}bin/taking-root.mjs`, ...(asked.length > 0 ? asked : ['run', 'default'])]);
