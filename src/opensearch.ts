// The second script for web pages, for `engine="opensearch"`. It has nothing of the first script,
// which hands over what it needs.
import {registerEngine} from './controllers/feed/opensearch-registry.js';
import {openCluster} from './core/cluster/opensearch.js';
import {version} from './generated/build.js';

registerEngine({version, openCluster});
