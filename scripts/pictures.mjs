/** Makes the kept pictures of the page anew, on what was built: look at each of them before you keep it. */
import { call, root } from './install.mjs';

const words = ['run', '--config', 'vitest.long.config.ts', 'test/page/pictures.test.ts', '--retry', '0'];
call(process.execPath, [`${root}node_modules/vitest/vitest.mjs`, ...words], { env: { ...process.env, RENEW_PICTURES: '1' } });
