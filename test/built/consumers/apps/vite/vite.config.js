import {defineConfig} from 'vite';

// The tests serve the feed from another port.
export default defineConfig({server: {proxy: {'/practices': process.env.FEED_ORIGIN ?? 'http://127.0.0.1:8080'}}});
