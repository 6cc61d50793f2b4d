import * as wordpress from '../../support/wordpress-wasm.mjs';
import {testPlugin} from './plugin-tests.mjs';

await testPlugin(wordpress);
