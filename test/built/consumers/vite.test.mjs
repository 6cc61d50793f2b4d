import {testConsumer} from './consumer.mjs';
import {consumers} from './consumers.mjs';

for (const consumer of consumers) if (consumer.suite === 'all') testConsumer(consumer);
