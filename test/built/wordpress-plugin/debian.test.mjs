import * as wordpress from '../../support/wordpress.mjs';
import {testPlugin} from './plugin-tests.mjs';

await testPlugin(wordpress);
