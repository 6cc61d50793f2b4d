// All of them take about ten minutes. `CONSUMER=react node --test test/built/consumers/frameworks.test.mjs` tests one.
import {testConsumer} from './consumer.mjs';
import {consumers} from './consumers.mjs';

const {CONSUMER} = process.env;
for (const consumer of consumers)
  if (consumer.suite === 'release' && (!CONSUMER || CONSUMER === consumer.id)) testConsumer(consumer);
